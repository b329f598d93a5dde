import SurveyDefinition

/// The wordings about dimensions, questions and scales.
let definitionQuestionWordings: [Wording] = [
  Wording(
    worded: DefinitionCode.noCategories,
    vi: (
      "Chiều phân loại “{id}” chưa có mục nào.",
      "Liệt kê các mục trong “categories”, hoặc ghi “open: true” để lấy mọi giá trị có trong dữ liệu."
    ),
    en: (
      "The dimension “{id}” has no categories.",
      "List them under “categories”, or write “open: true” to take whatever the data holds."
    )),
  Wording(
    worded: DefinitionCode.keyNotForOpen,
    vi: (
      "Chiều “{dimension}” là chiều mở (open: true) nên không dùng được “{key}”.",
      "Xóa “{key}”, hoặc xóa “open: true”."
    ),
    en: (
      "The dimension “{dimension}” is open, so “{key}” means nothing for it.",
      "Remove “{key}”, or remove “open: true”."
    )),
  Wording(
    worded: DefinitionCode.unknownCategory,
    vi: (
      "Chiều phân loại “{dimension}” không có mục “{category}”.",
      "Các mục đã khai báo: {allowed}."
    ),
    en: (
      "The dimension “{dimension}” has no category “{category}”.",
      "Its categories: {allowed}."
    )),
  Wording(
    worded: DefinitionCode.withinItself,
    vi: (
      "Mục “{id}” không thể gộp chính nó.",
      "“within” chỉ liệt kê các mục đơn mà nhãn gộp này đại diện."
    ),
    en: (
      "The category “{id}” cannot lie within itself.",
      "“within” lists the plain categories that a combined label stands for."
    )),
  Wording(
    worded: DefinitionCode.withinCombined,
    vi: (
      "“{category}” gộp mục “{part}”, mà “{part}” cũng là một mục gộp.",
      "Liệt kê thẳng các mục đơn trong “within”."
    ),
    en: (
      "“{category}” lies within “{part}”, which is itself a combined label.",
      "List the plain categories in “within”."
    )),
  Wording(
    worded: DefinitionCode.noType,
    vi: (
      "Chưa rõ câu hỏi “{question}” thuộc loại nào.",
      "Thêm “scale”, “choices” hoặc “type” (rating, single, yesNo, multiple, text)."
    ),
    en: (
      "It is not clear what kind of question “{question}” is.",
      "Add “scale”, “choices” or “type” (rating, single, yesNo, multiple, text)."
    )),
  Wording(
    worded: DefinitionCode.noChoices,
    vi: (
      "Câu hỏi “{question}” chưa có phương án trả lời.",
      "Thêm “choices”, hoặc “scale” nếu dùng thang đo chung."
    ),
    en: (
      "The question “{question}” has no choices.",
      "Add “choices”, or “scale” to use a shared scale."
    )),
  Wording(
    worded: DefinitionCode.choiceWithoutColumn,
    vi: (
      "Phương án “{choice}” của câu hỏi “{question}” chưa có cột trong “{key}”.",
      "Ghi tên cột của phương án đó, hoặc bỏ phương án khỏi câu hỏi."
    ),
    en: (
      "The choice “{choice}” of question “{question}” has no column in “{key}”.",
      "Name its column, or remove the choice."
    )),
  Wording(
    worded: DefinitionCode.duplicateRole,
    vi: (
      "Chiều “{dimension}” đã có “role: {role}”.",
      "Mỗi vai trò chỉ dùng cho một chiều; bỏ ở một trong hai chỗ."
    ),
    en: (
      "The dimension “{dimension}” has “role: {role}” already.",
      "Only one dimension can have a role; remove it from one of the two."
    )),
  Wording(
    worded: DefinitionCode.ticksWithoutColumns,
    vi: (
      "“{key}” ở câu hỏi “{question}” không có tác dụng: câu hỏi này không có “choiceColumns”.",
      "Khai cột của từng phương án trong “choiceColumns”, hoặc bỏ “{key}”."
    ),
    en: (
      "“{key}” means nothing for question “{question}”, which has no “choiceColumns”.",
      "Name the column of each choice in “choiceColumns”, or remove “{key}”."
    )),
  Wording(
    worded: DefinitionCode.frequencyWithLevels,
    vi: (
      "Câu hỏi “{question}” có “levelColumns” (mỗi mức một cột đếm), mà phiếu lại có “frequency”.",
      "Chỉ dùng một cách đếm: bỏ “frequency”, hoặc tách thành hai tệp định nghĩa."
    ),
    en: (
      "The question “{question}” has “levelColumns” (a count for each level) beside “frequency”.",
      "Count in one way: remove “frequency”, or make two definitions."
    )),
  Wording(
    worded: DefinitionCode.ofAllNeedsOne,
    vi: (
      "“ofAll” ở câu hỏi “{question}” phải đi cùng cột đếm của đúng một trong hai phương án.",
      "Ghi “levelColumns: { yes: [Số đã làm] }”; phương án kia được tính là tổng số trừ đi số đó."
    ),
    en: (
      "“ofAll” of the question “{question}” needs the count of exactly one of its two choices.",
      "Write “levelColumns: { yes: [Done] }”; the other choice gets what that leaves of all."
    )),
  Wording(
    worded: DefinitionCode.badCountedForm,
    vi: (
      "Mẫu “{value}” của câu hỏi “{question}” không cho biết câu trả lời và số lượt đứng ở đâu.",
      "Viết như “{example}”: mỗi chỗ một lần, câu trả lời trước, giữa hai chỗ có chữ."
    ),
    en: (
      "The form “{value}” of the question “{question}” does not say where answer and count stand.",
      "Write it like “{example}”: each once, the answer first, text between them."
    )),
  Wording(
    worded: DefinitionCode.countedNeedsText,
    vi: (
      "“{question}” không phải là câu hỏi dạng chữ (type: text).",
      "Các câu hỏi dùng được ở đây: {allowed}."
    ),
    en: (
      "“{question}” is no question of type text.", "Questions that may stand here: {allowed}."
    )),
  Wording(
    worded: DefinitionCode.countedTwice,
    vi: (
      "Câu hỏi “{question}” có “counted”, mà phiếu lại có “frequency” hoặc “levelColumns”.",
      "Chỉ dùng một cách đếm, hoặc tách thành hai tệp định nghĩa."
    ),
    en: (
      "The question “{question}” has “counted” beside “frequency” or “levelColumns”.",
      "Count in one way, or make two definitions."
    )),
  Wording(
    worded: DefinitionCode.scaleAndChoices,
    vi: (
      "Câu hỏi “{question}” có cả “scale” lẫn “choices”.",
      "Chỉ giữ một trong hai."
    ),
    en: (
      "The question “{question}” has both “scale” and “choices”.",
      "Keep one of the two."
    )),
  Wording(
    worded: DefinitionCode.keyNotForType,
    vi: (
      "Câu hỏi “{question}” thuộc loại {type} nên không dùng được “{key}”.",
      "Xóa “{key}”, hoặc sửa “type” cho đúng."
    ),
    en: (
      "The question “{question}” is of type {type}, for which “{key}” means nothing.",
      "Remove “{key}”, or correct “type”."
    )),
  Wording(
    worded: DefinitionCode.emptySeparator,
    vi: (
      "Dấu ngăn cách của câu hỏi “{question}” để trống.",
      "Ghi dấu đứng giữa các câu trả lời trong một ô, ví dụ \";\"."
    ),
    en: (
      "The separator of question “{question}” is empty.",
      "Give what stands between the answers in one cell, such as \";\"."
    )),
  Wording(
    worded: DefinitionCode.unknownScale,
    vi: (
      "Không có thang đo nào tên “{scale}”.",
      "Các thang đo đã khai báo trong “scales”: {allowed}."
    ),
    en: (
      "There is no scale “{scale}”.",
      "Scales defined under “scales”: {allowed}."
    )),
  Wording(
    worded: DefinitionCode.unusedScale,
    vi: (
      "Thang đo “{scale}” không được câu hỏi nào dùng.",
      "Xóa thang đo này, hoặc ghi tên nó ở “scale” của câu hỏi."
    ),
    en: (
      "No question uses the scale “{scale}”.",
      "Remove it, or name it as the “scale” of a question."
    )),
  Wording(
    worded: DefinitionCode.unknownChoice,
    vi: (
      "“{owner}” không có phương án “{choice}”.",
      "Các phương án (ghi theo mã): {allowed}."
    ),
    en: (
      "“{owner}” has no choice “{choice}”.",
      "Its choices, by their keys: {allowed}."
    )),
]

/// The wordings about measures.
let definitionMeasureWordings: [Wording] = [
  Wording(
    worded: DefinitionCode.rateAndRule,
    vi: (
      "Chỉ số “{measure}” có “rate” cùng với “rule” hoặc “question”.",
      "“rate: câu-hỏi” là cách viết gọn của “rule: topbox” và “question”: chỉ dùng một cách."
    ),
    en: (
      "The measure “{measure}” has “rate” together with “rule” or “question”.",
      "“rate: question” is short for “rule: topbox” with “question”: use one of the two forms."
    )),
  Wording(
    worded: DefinitionCode.unknownQuestion,
    vi: (
      "Không có câu hỏi nào mang mã “{question}”.",
      "Các câu hỏi dùng được cho chỉ số: {allowed}."
    ),
    en: (
      "There is no question “{question}”.",
      "Questions that a measure can use: {allowed}."
    )),
  Wording(
    worded: DefinitionCode.measureQuestionType,
    vi: (
      "Chỉ số “{measure}” không tính được từ câu hỏi “{question}” vì câu hỏi thuộc loại {type}.",
      "Chọn câu hỏi loại rating, single hoặc yesNo."
    ),
    en: (
      "The measure “{measure}” cannot use the question “{question}”, which is of type {type}.",
      "Choose a question of type rating, single or yesNo."
    )),
  Wording(
    worded: DefinitionCode.noSatisfied,
    vi: (
      "Chỉ số “{measure}” chưa nói phương án nào của câu hỏi “{question}” được tính là hài lòng.",
      "Thêm “satisfied” vào chỉ số hoặc vào thang đo, ví dụ satisfied: [4, 5]; với câu hỏi có/không: "
        + "satisfied: [yes]."
    ),
    en: (
      "The measure “{measure}” does not say which answers to “{question}” count as satisfied.",
      "Add “satisfied” to the measure or to the scale, such as satisfied: [4, 5]; of a yes/no question: "
        + "satisfied: [yes]."
    )),
  Wording(
    worded: DefinitionCode.allSatisfied,
    vi: (
      "Chỉ số “{measure}” tính mọi phương án là hài lòng nên luôn bằng 100 %.",
      "Kiểm tra lại danh sách “satisfied”."
    ),
    en: (
      "The measure “{measure}” counts every choice as satisfied, so it is always 100 %.",
      "Check the list “satisfied”."
    )),
]
