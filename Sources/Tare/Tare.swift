/// The whole library in one import. Each stage can be imported alone; see the arrows in `Package.swift`.
@_exported public import TareAudit
@_exported public import TareConfiguration
@_exported public import TareConversations
@_exported public import TareEncodings
@_exported public import TareGit
@_exported public import TareJSON
@_exported public import TareLanguageServer
@_exported public import TareModels
@_exported public import TarePricing
@_exported public import TarePrompts
@_exported public import TareRanking
@_exported public import TareReports
@_exported public import TareSavings
@_exported public import TareText
@_exported public import TareTokens
@_exported public import TareTrim
@_exported public import TareUnicode
