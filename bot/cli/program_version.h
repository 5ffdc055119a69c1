// The program's version, from the build.
#pragma once

namespace bot::cli {

inline constexpr const char* kProgramVersion = BACKTALK_VERSION;

}  // namespace bot::cli
