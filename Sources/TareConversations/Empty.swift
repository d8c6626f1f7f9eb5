// The first file of TareConversations takes this one's place.
