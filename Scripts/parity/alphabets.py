"""What the generators draw from. Each string is a set of scalars, each list one of strings."""

# All of White_Space, what only looks like it, and the separators of information.
SPACES = (
    "\t\n\v\f\r \u0085\u00a0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a"
    "\u2028\u2029\u202f\u205f\u3000"
)
NOT_SPACES = "\u200b\u200c\u200d\u2060\ufeff\u180e\u001c\u001d\u001e\u001f\u0000\u0008\u007f\u00ad\u2800\u3164"
NEWLINES = ["\n", "\r", "\r\n", "\n\r", "\n\n", "\r\n\r\n"]

MARKS = "\u0301\u0308\u0327\u0345\u0488\u05b0\u064b\u093c\u093f\u094d\u0c3f\u0e31\u0e34\u1abf\u20e3\u3099\u200d\ufe0f\U0001d165\U000e0100"
# Small letters whose upper or folded form is ASCII and the other way round: contractions meet them.
FOLDS_TO_ASCII = "ſKÅİıſtﬆ"
CASED = "aZéÉßſKkIİıσςΣДдԱաꙀꙁⅠⅰⒶⓐ𐐀𐐨𞤀𞤢"
TITLE_CASE = "ǅǈǋǲᾈᾼῼ"
# Scripts whose case is odd: Georgian, Cherokee, Greek with iota, phonetic and mathematical letters.
ODD_CASE = "აႠᲐⴀꭰᎠᏸꮿᾳῳʼnǰªºˀʰᴬᵃ𝐀𝐚𝔸ℂℵ"
CASELESS = "中日語กขאبदकアー한글ㅏ𠀀ꓐ々〆ๆ"
DIGITS = "0123456789٠١٢०१२৩௪၀๕０９Ⅷ½²③𝟘㊿一零"
SYMBOLS = "!\"#$%&'()*+,-./:;<=>?@[\\]^_`{|}~€§©→∑♥«»…—–‘’“”¡¿、。「」"
EMOJI = [
    "😀", "👨‍👩‍👧‍👦", "🇩🇪", "👍🏽", "❤️", "1️⃣", "🏴\U000e0067\U000e0062\U000e007f", "👩🏿‍🚀", "🧑‍🤝‍🧑", "\u200d", "\ufe0f", "🇩",
]

APOSTROPHES = "'’ʼ＇"
SUFFIXES = [
    "s", "S", "ſ", "t", "T", "d", "D", "m", "M", "re", "RE", "Re", "rE", "ve", "VE", "Ve", "ll", "LL", "lL", "l", "r",
    "v", "x", "K", "ß", "ﬆ", "st", "ss", "dd", "mm", "ree", "lll", "",
]
STEMS = [
    "don", "we", "IT", "Straße", "naïve", "élan", "HTTPServer", "fooBar", "ΑΒΓδ", "привет", "iPhone", "O", "l", "ǅungla",
    "ÅNGSTRÖM", "Café", "Cafe\u0301", "中文", "გამარჯობა", "ᎠᏂᏴᏫᏯ", "Ⅷ", "x2", "McDonald", "eBay", "XMLHttpRequest2",
]

SPECIALS = [
    "<|endoftext|>", "<|fim_prefix|>", "<|fim_middle|>", "<|fim_suffix|>", "<|endofprompt|>", "<|startoftext|>",
    "<|im_start|>", "<|im_end|>", "<|start|>", "<|message|>", "<|channel|>", "<|return|>", "<|call|>", "<|reserved_200000|>",
    "<|", "|>", "<|endoftext", "endoftext|>", "<|endoftext|", "< |endoftext|>", "<|ENDOFTEXT|>", "<|endoftext|>s",
]
CODE = [
    "def ", "(", ")", ":", "\n    ", "\n\t", "\t", "//", "/*", "*/", "==", "!==", "->", "=>", "::", "self.", "x", "_",
    "__init__", "0x1F", "1_000", '"', "'", "{", "}", "};", ";\r\n", "#!", "\\n", "/\n", "//\n/", "\n\n\n", " \n", "$", "`",
]

# Lengths at which tables, blocks and caches change what they do.
LENGTHS = [1, 2, 3, 4, 7, 8, 9, 15, 16, 17, 31, 32, 33, 63, 64, 65, 127, 128, 129, 255, 256, 257]
