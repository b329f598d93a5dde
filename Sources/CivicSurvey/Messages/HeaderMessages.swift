let headerWordings: [Wording] = []
let recordWordings: [Wording] = []
let tallyWordings: [Wording] = []
let runWordings: [Wording] = []
