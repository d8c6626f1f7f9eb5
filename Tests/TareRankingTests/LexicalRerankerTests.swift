import TareRanking
import Testing

struct LexicalRerankerTests {
  private func best(_ texts: [String], for question: String, language: Language? = nil) throws -> Int? {
    try LexicalReranker(language: language).relevance(of: Pools.chunks(texts), to: Query(text: question)).ranked.first?
      .chunk
  }

  @Test(arguments: [
    ("When does the library open?", 0), ("What is the fine for returning a book late?", 1),
    ("how many seats with power sockets", 2), ("borrowing limit for films", 3), ("where can I drink coffee", 4),
    ("becoming a member", 5),
  ])
  func `the passage that answers comes first`(question: String, answer: Int) throws {
    #expect(try best(Pools.office, for: question) == answer)
  }

  @Test(arguments: [
    ("Wie hoch ist die Mahngebühr?", ["Die Öffnungszeiten stehen an der Tür.", "Mahngebühren betragen zwanzig Cent."]),
    ("Kitaplar kaç hafta ödünç alınır?", ["Kapı dokuzda açılır.", "Ödünç alınan kitap dört haftada geri verilir."]),
    ("Когда открыта библиотека?", ["Кофе подают до пяти.", "Библиотеку открывают в девять часов."]),
    ("图书馆几点开门？", ["咖啡厅五点关门。", "图书馆每天九点开门。"]),
    ("ห้องสมุดเปิดกี่โมง", ["ร้านกาแฟปิดห้าโมง", "ห้องสมุดเปิดเก้าโมงเช้า"]),
    ("متى تفتح المكتبات؟", ["يقدم المقهى القهوة.", "تفتح المكتبة في التاسعة."]),
  ])
  func `inflected words are found in many languages`(question: String, texts: [String]) throws {
    #expect(try best(texts, for: question) == 1)
  }

  @Test func `every chunk gets a score between 0 and 1 in its own place`() throws {
    let chunks = Pools.chunks(Pools.office + Pools.hostile)
    let relevance = try LexicalReranker().relevance(of: chunks, to: Query(text: "library books"))
    #expect(relevance.map(\.chunk) == Array(chunks.indices))
    #expect(relevance.allSatisfy { 0...1 ~= $0.score })
  }

  @Test(arguments: Pools.hostile + [Pools.office.joined(separator: "\n")])
  func `any question gets finite scores, the same each time`(question: String) throws {
    let reranker = try LexicalReranker()
    let chunks = Pools.chunks(Pools.hostile + Pools.office)
    let first = reranker.relevance(of: chunks, to: Query(text: question))
    #expect(first.allSatisfy { $0.score.isFinite })
    #expect(reranker.relevance(of: chunks, to: Query(text: question)) == first)
    #expect(try LexicalReranker().relevance(of: chunks, to: Query(text: question)) == first)
  }

  @Test(arguments: 1...20)
  func `shuffled chunks keep their scores`(seed: Int) throws {
    let reranker = try LexicalReranker()
    let chunks = Pools.chunks(Pools.office + Pools.hostile)
    let query = Query(text: "Which books can members of the library borrow, 图书馆?")
    let order = Pools.permutation(of: chunks.count, seed: UInt64(seed))
    let scores = reranker.relevance(of: chunks, to: query).map(\.score)
    #expect(reranker.relevance(of: order.map { chunks[$0] }, to: query).map(\.score) == order.map { scores[$0] })
  }

  @Test func `no chunks have no relevance, and nothing asked makes all equal`() throws {
    let reranker = try LexicalReranker()
    #expect(reranker.relevance(of: [], to: Query(text: "a")) == [])
    #expect(reranker.relevance(of: Pools.chunks(["a", "b"]), to: Query(text: " ?! ")).allSatisfy { $0.score == 0 })
    #expect(reranker.relevance(of: Pools.chunks(["", "👍"]), to: Query(text: "a b")).allSatisfy { $0.score == 0 })
  }

  @Test func `a chunk that shares nothing scores 0`() throws {
    let chunks = Pools.chunks(["the quick brown fox", "zzz qqq"])
    #expect(try LexicalReranker().relevance(of: chunks, to: Query(text: "brown foxes")).map(\.score)[1] == 0)
  }

  @Test func `a title that the question names lifts its chunk`() throws {
    let texts = ["It opened in 1889 and is 330 metres high.", "It opened in 1889 and is 330 metres high."]
    let chunks = [
      Chunk(id: "a", title: "Brooklyn Bridge", text: texts[0]), Chunk(id: "b", title: "Eiffel Tower", text: texts[1]),
    ]
    let relevance = try LexicalReranker().relevance(of: chunks, to: Query(text: "How high is the Eiffel Tower?"))
    #expect(relevance.ranked.first?.chunk == 1)
  }

  @Test func `ten thousand words do not drown a short answer`() throws {
    let long = (0..<10_000).map { "word\($0)" }.joined(separator: " ")
    #expect(try best([long, "The answer is word5 and word6."], for: "word5 word6") == 1)
  }

  @Test func `a document as a question is no trouble`() throws {
    let long = (0..<10_000).map { "word\($0)" }.joined(separator: " ")
    #expect(try best(["nothing here", "word9999 at the end", long], for: long) == 2)
  }

  @Test func `a given language wins over the detected one`() throws {
    let texts = ["Die Häuser am See", "Der Hund"]
    #expect(try best(texts, for: "Haus", language: Language(named: "german")) == 0)
  }
}

struct ChunkIndexTests {
  @Test func `a stem of one letter is found alike in an index and without`() throws {
    let chunks = Pools.chunks(["O kitap bu masada değil ve çok eski.", "Bir ev için daha iyi gibi, ama bu değil."])
    let (reranker, query) = (try LexicalReranker(), Query(text: "olara"))
    let scores = reranker.relevance(of: chunks, to: query)
    #expect(scores.map { $0.score > 0 } == [true, false])
    #expect(reranker.relevance(in: reranker.index(of: chunks), to: query) == scores)
  }

  @Test(arguments: [
    "When does the library open?", "dying houses and Mahngebühren", "Übung", "was ist im Café", "图书馆 ห้องสมุด", "",
    "42 a",
    "went bought children", "İstanbul'da ne var?",
  ])
  func `an index has the scores that its chunks have alone`(question: String) throws {
    let texts =
      Pools.office + Pools.hostile + [
        "He died; she was dying, the dog lies here.", "Die Häuser und das Haus der Übungen, ubung.",
        "They go and buy for a child.",
        "İstanbul’a gittik, istanbul'da kaldık.",
      ]
    let (reranker, query) = (try LexicalReranker(), Query(text: question))
    for chunks in [
      Pools.chunks(texts), Pools.chunks(Array(texts.suffix(4))), Pools.chunks(["Eiffel Tower", "houses"]),
    ] {
      let index = reranker.index(of: chunks)
      #expect(index.count == chunks.count)
      #expect(reranker.relevance(in: index, to: query) == reranker.relevance(of: chunks, to: query))
    }
  }
}
