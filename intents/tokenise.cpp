// Entry points: repair_utf8, tokenise.
#include "intents/tokenise.h"

#include <unicode/uchar.h>
#include <unicode/utf8.h>

#include <algorithm>
#include <array>

#include "intents/letters.h"
#include "intents/look_alikes.h"

namespace intents {

namespace {

bool is_hyphen(UChar32 c) { return c == '-' || (c >= 0x2010 && c <= 0x2013 && c != 0x2011); }
bool is_letter(UChar32 c) { return c < 128 ? (c >= 'a' && c <= 'z') : u_isalpha(c); }
bool is_digit(UChar32 c) { return c >= '0' && c <= '9'; }
bool is_space(UChar32 c) { return c == ' ' || c == '\t' || c == '\r' || u_isUWhiteSpace(c); }

bool is_symbol_word(UChar32 c) {
  if (c < 128 || c == 0xFFFD || (c >= 0x1F3FB && c <= 0x1F3FF)) return false;
  const auto type = u_charType(c);
  return type == U_OTHER_SYMBOL && c != 0xB0;
}

void append_utf8(std::string& text, UChar32 c) {
  std::array<char, 4> buffer;
  int length = 0;
  UBool error = false;
  U8_APPEND(reinterpret_cast<uint8_t*>(buffer.data()), length, 4, c, error);
  if (!error) text.append(buffer.data(), length);
}

// Cuts folded code points into words and remembers what stood between them.
class Tokeniser {
 public:
  Tokeniser(std::string_view raw, std::vector<Letter> chars)
      : raw_(raw), chars_(std::move(chars)) {}

  std::vector<Word> run() {
    for (; at_ < chars_.size(); ++at_) step(chars_[at_].c);
    end_word();
    if (question_) mark_question();
    return std::move(words_);
  }

 private:
  UChar32 next(size_t n = 1) const { return at_ + n < chars_.size() ? chars_[at_ + n].c : 0; }
  UChar32 previous() const { return at_ > 0 ? chars_[at_ - 1].c : 0; }
  bool in_word() const { return !word_.text.empty(); }

  void step(UChar32 c) {
    if (is_letter(c) || is_digit(c)) return add(c);
    if (c < 32 && c != '\n' && c != '\t' && c != '\r') return;
    if (c == '\'' && in_word() && is_letter(next())) return apostrophe();
    if (keeps_number_together(c)) return add(is_hyphen(c) ? '-' : c);
    end_word();
    if (is_space(c) && c != '\n') return;
    if (is_symbol_word(c)) return whole_word("", c);
    if (c == '&' || (c == '+' && !is_digit(previous()))) return whole_word("and", 0);
    if (c == '%') return whole_word("percent", 0);
    separate(c);
  }

  void add(UChar32 c) {
    if (!in_word()) word_.raw_begin = chars_[at_].begin;
    word_.raw_end = chars_[at_].end;
    append_utf8(word_.text, c);
  }

  // "I'll" is "i will" (not "ill"), "we're" is "we are" (not "were"); every other apostrophe is
  // dropped, as patients drop it.
  void apostrophe() {
    const bool two = !is_letter(next(3));
    if (two && next(1) == 'l' && next(2) == 'l') return short_word("will");
    if (two && next(1) == 'r' && next(2) == 'e' && word_.text == "we") return short_word("are");
  }

  // The apostrophe and the two letters behind it are a word of their own.
  void short_word(const char* text) {
    end_word();
    word_.raw_begin = chars_[at_].begin;
    word_.raw_end = chars_[at_ + 2].end;
    word_.text = text;
    at_ += 2;
    end_word();
  }

  // "38.5", "1,000", "10/10", "l4/5", "2-3"; and the notes' "c/o", "w/o".
  bool keeps_number_together(UChar32 c) const {
    if (!in_word()) return false;
    const bool digits = is_digit(previous()) && is_digit(next());
    if (c == '.' || is_hyphen(c)) return digits;
    if (c == ',') return digits && is_digit(next(2)) && is_digit(next(3));
    if (c != '/') return false;
    const bool one_letter = word_.text.size() == 1 && is_letter(previous()) && is_letter(next()) &&
                            !is_letter(next(2)) && !is_digit(next(2));
    const bool level = is_digit(previous()) && is_letter(next()) && is_digit(next(2));
    return digits || one_letter || level;
  }

  void whole_word(const char* text, UChar32 symbol) {
    word_.raw_begin = chars_[at_].begin;
    word_.raw_end = chars_[at_].end;
    word_.text = text;
    if (symbol != 0) append_utf8(word_.text, symbol);
    end_word();
  }

  void separate(UChar32 c) {
    const Break b = break_for(c);
    if (b == Break::kNone && c == '+') mark_ = '+';  // "20+ years"
    if (b == Break::kNone) return;
    pending_ = std::max(pending_, b);
    if (c < 128) mark_ = static_cast<char>(c);
    if (c == '?') question_ = true;
  }

  Break break_for(UChar32 c) const {
    switch (c) {
      case '.':
        if (next() == '.' || previous() == '.') return Break::kClause;  // "..." is a pause
        return abbreviation() ? Break::kNone : Break::kSentence;
      case '?':
      case '!':
      case 0x3002:
      case 0xFF01:
      case 0x964:
        return Break::kSentence;
      case '\n':
        return after_empty_line() ? Break::kSentence : Break::kClause;
      case ';':
      case ':':
      case '(':
      case ')':
      case '[':
      case ']':
      case 0x2014:
      case '=':
      case '|':
        return Break::kClause;
      case '-':
      case 0x2010:
      case 0x2012:
      case 0x2013:
        return is_space(next()) || is_space(previous()) ? Break::kClause : Break::kNone;
      case ',':
      case '/':
      case 0x2022:
      case '\\':
        return Break::kList;
      default:
        return Break::kNone;
    }
  }

  bool after_empty_line() const {
    for (size_t i = at_; i-- > 0 && is_space(chars_[i].c);) {
      if (chars_[i].c == '\n') return true;
    }
    return false;
  }

  // "Dr. Smith", "e.g. ", "p.m.": the point ends no sentence.
  bool abbreviation() const {
    if (words_.empty()) return false;
    static const std::array<std::string_view, 14> kShort = {"dr",  "mr",     "mrs", "ms",  "st",
                                                            "vs",  "approx", "hr",  "hrs", "wk",
                                                            "wks", "yr",     "yrs", "esp"};
    const std::string& last = words_.back().text;
    if (words_.back().raw_end != chars_[at_].begin) return false;
    if (last.size() == 1 && is_letter(last[0])) {
      const bool after_another = words_.size() > 1 && words_[words_.size() - 2].text.size() == 1 &&
                                 words_.back().raw_begin >= 1 &&
                                 raw_[words_.back().raw_begin - 1] == '.';
      return is_letter(next()) || after_another;
    }
    return std::find(kShort.begin(), kShort.end(), last) != kShort.end() && next() == ' ';
  }

  void end_word() {
    if (!in_word()) return;
    const std::string_view typed = raw_.substr(word_.raw_begin, word_.raw_end - word_.raw_begin);
    const auto capital = [](char c) { return c >= 'A' && c <= 'Z'; };
    word_.shouted = typed.size() > 1 && std::all_of(typed.begin(), typed.end(), capital);
    word_.before = words_.empty() ? Break::kNone : pending_;
    word_.mark = mark_;
    if (question_) mark_question();
    words_.push_back(std::move(word_));
    word_ = {};
    pending_ = Break::kNone;
    mark_ = 0;
    question_ = false;
  }

  void mark_question() {
    for (auto it = words_.rbegin(); it != words_.rend(); ++it) {
      it->question = true;
      if (it->before == Break::kSentence) break;
    }
  }

  std::string_view raw_;
  std::vector<Letter> chars_;
  std::vector<Word> words_;
  Word word_;
  size_t at_ = 0;
  Break pending_ = Break::kNone;
  char mark_ = 0;
  bool question_ = false;
};

}  // namespace

std::string repair_utf8(std::string_view raw) {
  std::string out;
  out.reserve(raw.size());
  const auto* bytes = reinterpret_cast<const uint8_t*>(raw.data());
  const int size = static_cast<int>(raw.size());
  for (int i = 0; i < size;) {
    const int begin = i;
    UChar32 c;
    U8_NEXT(bytes, i, size, c);
    c < 0 ? out.append("\xEF\xBF\xBD") : out.append(raw.substr(begin, i - begin));
  }
  return out;
}

std::vector<Word> tokenise(std::string_view raw) {
  std::vector<Letter> letters = fold_letters(raw);
  unmask_look_alikes(letters);
  return Tokeniser(raw, std::move(letters)).run();
}

}  // namespace intents
