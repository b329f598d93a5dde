/// What is said of volumes: how many were served and asked.
let volumeWordings: [Wording] = [
  Wording(
    worded: VolumeCode.over,
    vi: (
      "Số phiếu nhiều hơn số người được phục vụ hoặc được mời ở {rowsCount} dòng, như “{row}”: {acceptedCount} phiếu, chỉ {servedCount} người; ở đó không tính tỷ lệ tham gia.",
      "Kiểm tra số trong {files} và xem phiếu có bị nhập hai lần không."
    ),
    en: (
      "There are more responses than people served or asked in {rowsCount} {rowsCount:row|rows}, such as “{row}”: {acceptedCount} {acceptedCount:response|responses}, {servedCount} people; no participation is given there.",
      "Look at the numbers in {files}, and whether responses came twice."
    )),
  Wording(
    worded: VolumeCode.overAll,
    vi: (
      "Số phiếu nhiều hơn số người được phục vụ hoặc được mời: {acceptedCount} phiếu, chỉ {servedCount} người; không tính tỷ lệ tham gia.",
      "Kiểm tra số trong {files} và xem phiếu có bị nhập hai lần không."
    ),
    en: (
      "There are more responses than people served or asked: {acceptedCount} {acceptedCount:response|responses}, {servedCount} people; no participation is given.",
      "Look at the numbers in {files}, and whether responses came twice."
    )),
  Wording(
    worded: VolumeCode.saidTwice,
    vi: (
      "Có {rowsCount} dòng ghi lại đúng con số đã có (dòng đầu tiên: như {file}, dòng {first}); mỗi con số chỉ tính một lần.",
      "Không cần làm gì nếu chỉ là chép lại; nếu là hai con số riêng thì cộng lại thành một dòng."
    ),
    en: (
      "Numbers that are there already are repeated in {rowsCount} {rowsCount:row|rows} (the first: as in {file}, line {first}); each counts once.",
      "Nothing needs doing if it is a copy; if these are two numbers, add them up into one line."
    )),
  Wording(
    worded: VolumeCode.beyond,
    vi: (
      "Số lượng ở {rowsCount} dòng tính cả những ngày không có phiếu (dòng đầu tiên: {from} đến {until}), còn phiếu chỉ có từ {first} đến {last}; không dùng các dòng này, vì tỷ lệ tham gia sẽ thấp hơn thực tế.",
      "Ghi số lượng của đúng những ngày có phiếu, bằng hai cột “from” và “until”; nếu đã đủ phiếu đến một ngày sau đó, thêm --as-of kèm ngày ấy."
    ),
    en: (
      "Days without responses are counted too in {rowsCount} {rowsCount:row|rows} (the first: {from} to {until}), but responses are of {first} to {last} alone; nothing is made of them, for participation would come out too low.",
      "Count the days that responses cover, with the columns “from” and “until”; if all responses up to a later day are here, add --as-of with it."
    )),
  Wording(
    worded: VolumeCode.contradict,
    vi: (
      "Các tệp số lượng nói khác nhau ở {rowsCount} chỗ, trước hết “{row}”: {oneCount} theo {first}, {otherCount} theo {second}; ở đó không tính tỷ lệ tham gia.",
      "Sửa các con số cho khớp, hoặc bỏ bớt một tệp."
    ),
    en: (
      "The files of volumes differ in {rowsCount} {rowsCount:place|places}, the first “{row}”: {oneCount} by {first}, {otherCount} by {second}; no participation is given there.",
      "Make the numbers agree, or leave one file out."
    )),
  Wording(
    worded: VolumeCode.contradictInAll,
    vi: (
      "Các tệp số lượng nói khác nhau ở {rowsCount} chỗ, trước hết là con số chung: {oneCount} theo {first}, {otherCount} theo {second}; ở đó không tính tỷ lệ tham gia.",
      "Sửa các con số cho khớp, hoặc bỏ bớt một tệp."
    ),
    en: (
      "The files of volumes differ in {rowsCount} {rowsCount:place|places}, the first the total: {oneCount} by {first}, {otherCount} by {second}; no participation is given there.",
      "Make the numbers agree, or leave one file out."
    )),
  Wording(
    worded: VolumeCode.unanswered,
    vi: (
      "{categoriesCount} mục của “{dimension}” có người được phục vụ hoặc được mời mà không có phiếu nào (tỷ lệ tham gia 0 %): {names}.",
      "Hỏi các nơi này xem có thiếu tệp, máy hỏng hay chưa thu phiếu; báo cáo không nói gì về người họ phục vụ."
    ),
    en: (
      "In {categoriesCount} {categoriesCount:category|categories} of “{dimension}” people were served or asked and nothing came (participation 0 %): {names}.",
      "Ask there whether a file is missing, a kiosk is broken or answers are not asked for; the report says nothing of the people whom they served."
    )),
  Wording(
    worded: VolumeCode.unlike,
    vi: (
      "“{label}” trong tệp số lượng không có phiếu nào, còn “{suggestion}” có phiếu lại không có trong tệp (tất cả {labelsCount} mục như vậy); chưa tính được tỷ lệ tham gia ở đó.",
      "Nếu là một, ghi trong tệp số lượng đúng như trong phiếu: “{suggestion}”."
    ),
    en: (
      "“{label}” in the file of volumes has no response, and “{suggestion}”, which has, is not in the file ({labelsCount} such {labelsCount:label|labels} in all); no participation is known there.",
      "If both are one, write it in the file of volumes as in the responses: “{suggestion}”."
    )),
  Wording(
    worded: VolumeCode.answeredDiffer,
    vi: (
      "Số phiếu do máy đếm (“answered”) khác số phiếu đã nhận ở {rowsCount} dòng; dòng đầu tiên: máy đếm {answeredCount}, nhận {acceptedCount}.",
      "Nếu nhận ít hơn: xem có thiếu tệp, thiếu máy hoặc phiếu bị loại không; nếu nhiều hơn: xem có tệp nào vào hai lần không."
    ),
    en: (
      "The kiosks counted other numbers (“answered”) than were accepted in {rowsCount} {rowsCount:row|rows}; the first: {answeredCount} counted, {acceptedCount} accepted.",
      "If fewer were accepted, look for a file or kiosk that is missing and for rejected records; if more, for a file that came twice."
    )),
  Wording(
    worded: VolumeCode.nowhere,
    vi: (
      "Số lượng trong {files} không khớp trọn vẹn với dòng nào của báo cáo, nên không tính được tỷ lệ tham gia.",
      "Mỗi kỳ cần đủ mọi ngày và mọi mục có phiếu (ghi 0 nếu không phục vụ ai); chỉ chia theo các chiều có trong tệp."
    ),
    en: (
      "What {files} count makes up no row of the report completely: no participation is known.",
      "A period needs all its days and all categories with responses (write 0 where nobody was served); break down by the dimensions of the file alone."
    )),
  Wording(
    worded: VolumeCode.low,
    vi: (
      "Trong {period} có {unitsCount} đơn vị gửi ít hơn hẳn các kỳ trước của chính mình (dưới một phần tư): {names}. Rõ nhất: “{worst}”, {acceptedCount} phiếu, lẽ ra khoảng {expectedCount}.",
      "Hỏi các đơn vị này xem có thiếu tệp, máy hỏng hay đã thôi thu phiếu; trước khi rõ, đừng so tỷ lệ của họ với kỳ trước."
    ),
    en: (
      "In {period} {unitsCount} {unitsCount:unit|units} sent far less than in {unitsCount:its|their} own last periods (under a quarter): {names}. Clearest: “{worst}”, {acceptedCount} {acceptedCount:response|responses} where about {expectedCount} were expected.",
      "Ask these units whether a file is missing, a kiosk is broken or answers are no longer asked for; do not compare their rates with earlier ones until that is clear."
    )),
  Wording(
    worded: VolumeCode.wanted,
    vi: (
      "Bảng kiểm không mang theo tệp số lượng ({names}) mà định nghĩa nêu ở “volumes”.",
      "Thêm --volumes kèm đường dẫn nếu muốn có tỷ lệ tham gia."
    ),
    en: (
      "A tally carries none of the files ({names}) that its definition names as “volumes”.",
      "Add --volumes with their paths to have participation."
    )),
]
