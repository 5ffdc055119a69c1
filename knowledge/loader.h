// Inside library.cpp: reading the knowledge files. Every fault becomes a Problem.
#pragma once

#include "base/data_file.h"
#include "knowledge/library.h"

namespace knowledge {

Topic read_topic(const base::DataFile&);
RedFlag read_red_flag(const base::DataFile&);
Review read_review(const base::DataNode& root);

}  // namespace knowledge
