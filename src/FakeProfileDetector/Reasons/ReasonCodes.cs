namespace FakeProfileDetector.Reasons;

/// <summary>The code of every reason that this library gives, so that programs need not repeat the strings.</summary>
/// <remarks>Codes are stable; new ones may be added. Signals of an application have codes of their own.</remarks>
/// <threadsafety>Constants.</threadsafety>
public static class ReasonCodes
{
    /// <summary>The account was active recently.</summary>
    public const string AccountActive = "account-active";

    /// <summary>The account has long been without activity.</summary>
    public const string AccountIdle = "account-idle";

    /// <summary>The account is too young to have a history.</summary>
    public const string AccountNew = "account-new";

    /// <summary>The account has a long age.</summary>
    public const string AccountOld = "account-old";

    /// <summary>The profile is private.</summary>
    public const string AccountPrivate = "account-private";

    /// <summary>The profile is public.</summary>
    public const string AccountPublic = "account-public";

    /// <summary>The network has verified the owner.</summary>
    public const string AccountVerified = "account-verified";

    /// <summary>The account has a short age.</summary>
    public const string AccountYoung = "account-young";

    /// <summary>The sender of the connection request is a direct contact already.</summary>
    public const string ClosenessDirect = "closeness-direct";

    /// <summary>The sender is a contact's contact.</summary>
    public const string ClosenessSecondDegree = "closeness-second-degree";

    /// <summary>The sender is three or more steps away.</summary>
    public const string ClosenessWidensNetwork = "closeness-widens-network";

    /// <summary>The word that two names share is a common one.</summary>
    public const string CommonWordShared = "common-word-shared";

    /// <summary>A reviewer decided that another profile with the photo is a different person's.</summary>
    public const string ConfirmedDifferentPeople = "confirmed-different-people";

    /// <summary>A reviewer has confirmed the profile to be fake.</summary>
    public const string ConfirmedFake = "confirmed-fake";

    /// <summary>A reviewer has decided that another profile with the photo is the same person's.</summary>
    public const string ConfirmedSamePerson = "confirmed-same-person";

    /// <summary>Reviewers' decisions could not be read, so nobody is accepted by the check.</summary>
    public const string DecisionsUnavailable = "decisions-unavailable";

    /// <summary>The photo is a known picture that many people use in good faith.</summary>
    public const string DefaultAvatar = "default-avatar";

    /// <summary>The photo is on other profiles with compatible names: accounts of one person.</summary>
    public const string DuplicateAccount = "duplicate-account";

    /// <summary>The e-mail address repeats part of the display name.</summary>
    public const string EmailAgreesWithName = "email-agrees-with-name";

    /// <summary>The e-mail address shares nothing with the display name, which weighs nothing.</summary>
    public const string EmailDiffersFromName = "email-differs-from-name";

    /// <summary>The e-mail address spells out another name than the one shown.</summary>
    public const string EmailNamesAnother = "email-names-another";

    /// <summary>The family name may have been changed, as on marriage.</summary>
    public const string FamilyNameMaybeChanged = "family-name-maybe-changed";

    /// <summary>The account has few connections.</summary>
    public const string FewConnections = "few-connections";

    /// <summary>The account has few posts.</summary>
    public const string FewPosts = "few-posts";

    /// <summary>Few of the sections that the network offers are filled in.</summary>
    public const string FewSectionsFilled = "few-sections-filled";

    /// <summary>The account has many followers for those that it follows.</summary>
    public const string FollowedByMany = "followed-by-many";

    /// <summary>The account follows few others.</summary>
    public const string FollowsFew = "follows-few";

    /// <summary>The account follows many others.</summary>
    public const string FollowsMany = "follows-many";

    /// <summary>The account has few followers for those that it follows.</summary>
    public const string FollowsManyFollowedByFew = "follows-many-followed-by-few";

    /// <summary>Marks such as Sr. and Jr. tell two people of one name apart.</summary>
    public const string GenerationsDiffer = "generations-differ";

    /// <summary>One of two given names may be a Western name beside an East Asian one.</summary>
    public const string GivenNameMaybeAdopted = "given-name-maybe-adopted";

    /// <summary>The shared picture shows several people: more than one of them may use it.</summary>
    public const string GroupPhoto = "group-photo";

    /// <summary>One of two names is a user name rather than a person's name.</summary>
    public const string Handle = "handle";

    /// <summary>The handle repeats part of the display name.</summary>
    public const string HandleAgreesWithName = "handle-agrees-with-name";

    /// <summary>The handle shares nothing with the display name, which weighs nothing.</summary>
    public const string HandleDiffersFromName = "handle-differs-from-name";

    /// <summary>The handle spells out another name than the one shown.</summary>
    public const string HandleNamesAnother = "handle-names-another";

    /// <summary>The profile describes its owner.</summary>
    public const string HasBio = "has-bio";

    /// <summary>The profile has a link of its own.</summary>
    public const string HasLink = "has-link";

    /// <summary>The profile has a photo.</summary>
    public const string HasPhoto = "has-photo";

    /// <summary>Facts of the history cannot be true and are not scored.</summary>
    public const string HistoryImpossible = "history-impossible";

    /// <summary>The account's history is ordinary.</summary>
    public const string HistoryOrdinary = "history-ordinary";

    /// <summary>The account's history is thin.</summary>
    public const string HistoryThin = "history-thin";

    /// <summary>Nothing is known of the account's history.</summary>
    public const string HistoryUnknown = "history-unknown";

    /// <summary>One of two names has initials where the other spells the word out.</summary>
    public const string Initials = "initials";

    /// <summary>One of two names is initials alone.</summary>
    public const string InitialsOnly = "initials-only";

    /// <summary>Characters of a name were damaged on their way, by markup or a wrong encoding.</summary>
    public const string NameGarbled = "name-garbled";

    /// <summary>A name in another field of the profile agrees with the display name, which weighs nothing.</summary>
    public const string NameInFieldAgrees = "name-in-field-agrees";

    /// <summary>A name in another field of the profile contradicts the display name.</summary>
    public const string NameInFieldDiffers = "name-in-field-differs";

    /// <summary>A name mixes letters of two scripts that look alike.</summary>
    public const string NameLookAlikeLetters = "name-look-alike-letters";

    /// <summary>A profile with the same photo goes by a name that contradicts.</summary>
    public const string NamesConflictOnSharedPhoto = "names-conflict-on-shared-photo";

    /// <summary>One of the contradicting names agrees in part, so both may still be one person's.</summary>
    public const string NamesPartlyAgree = "names-partly-agree";

    /// <summary>The network of the member who is asked is small.</summary>
    public const string NetworkSmall = "network-small";

    /// <summary>The account has no posts.</summary>
    public const string NeverPosted = "never-posted";

    /// <summary>The profile does not describe its owner.</summary>
    public const string NoBio = "no-bio";

    /// <summary>The profile has no link of its own.</summary>
    public const string NoLink = "no-link";

    /// <summary>The profile, or one of two names, shows no name.</summary>
    public const string NoName = "no-name";

    /// <summary>There is no second name to compare with.</summary>
    public const string NoNameToCompare = "no-name-to-compare";

    /// <summary>The profile has no photo.</summary>
    public const string NoPhoto = "no-photo";

    /// <summary>The network has not verified the owner.</summary>
    public const string NotVerified = "not-verified";

    /// <summary>Two names are in scripts between which they cannot be compared.</summary>
    public const string OtherScript = "other-script";

    /// <summary>The sender of the connection request wrote a message.</summary>
    public const string PersonalMessage = "personal-message";

    /// <summary>The photo is an altered copy of another profile's.</summary>
    public const string PhotoAltered = "photo-altered";

    /// <summary>Nobody has looked whether the shared picture shows a person.</summary>
    public const string PhotoContentUnknown = "photo-content-unknown";

    /// <summary>The profile is the likely owner of a photo that others use.</summary>
    public const string PhotoLikelyOriginal = "photo-likely-original";

    /// <summary>Another profile is the likelier owner of the photo.</summary>
    public const string PhotoLikelyTaken = "photo-likely-taken";

    /// <summary>A search of the web knows no page with the photo.</summary>
    public const string PhotoNotOnWeb = "photo-not-on-web";

    /// <summary>A reviewer has confirmed another profile with the photo to be fake.</summary>
    public const string PhotoOfConfirmedFake = "photo-of-confirmed-fake";

    /// <summary>The photo is on the page of a public figure of another name.</summary>
    public const string PhotoOfPublicFigure = "photo-of-public-figure";

    /// <summary>The photo is on the web under a name that may be the profile's.</summary>
    public const string PhotoOnOwnPages = "photo-on-own-pages";

    /// <summary>The photo is on pages that warn of scams.</summary>
    public const string PhotoOnScamWarning = "photo-on-scam-warning";

    /// <summary>The photo is on the web under names that cannot be the profile's.</summary>
    public const string PhotoOnWebUnderOtherNames = "photo-on-web-under-other-names";

    /// <summary>The photo is on pages of the web that name nobody else.</summary>
    public const string PhotoOnWebUnnamed = "photo-on-web-unnamed";

    /// <summary>Nothing tells which of the profiles that share the photo owns it.</summary>
    public const string PhotoOwnerUnknown = "photo-owner-unknown";

    /// <summary>The photo is on other profiles under other names.</summary>
    public const string PhotoReusedUnderOtherName = "photo-reused-under-other-name";

    /// <summary>The profiles that share the photo look like a ring of fakes.</summary>
    public const string PhotoRing = "photo-ring";

    /// <summary>Most accounts that share the photo were made within a few days.</summary>
    public const string PhotoRingBurst = "photo-ring-burst";

    /// <summary>Most accounts that share the photo show the very same file.</summary>
    public const string PhotoRingEqualCopies = "photo-ring-equal-copies";

    /// <summary>Most accounts that share the photo have the same counts.</summary>
    public const string PhotoRingEqualHistories = "photo-ring-equal-histories";

    /// <summary>Most accounts that share the photo have handles of one series: the same words with a counter, or names with numbers that nearly follow each other.</summary>
    public const string PhotoRingHandleSeries = "photo-ring-handle-series";

    /// <summary>Most accounts that share the photo have handles of one pattern: the own name with as many digits, or as many random characters.</summary>
    public const string PhotoRingHandles = "photo-ring-handles";

    /// <summary>Most accounts that share the photo have one given name and family names that differ.</summary>
    public const string PhotoRingNames = "photo-ring-names";

    /// <summary>Other uses of the photo could not be searched for, so nobody is accepted by the check.</summary>
    public const string PhotoSearchFailed = "photo-search-failed";

    /// <summary>The search for other uses of the photo took too long, so nobody is accepted by the check.</summary>
    public const string PhotoSearchTimedOut = "photo-search-timed-out";

    /// <summary>The photo is on other profiles, and no names contradict.</summary>
    public const string PhotoShared = "photo-shared";

    /// <summary>Different people share the picture, more likely in good faith than not.</summary>
    public const string PhotoSharedInGoodFaith = "photo-shared-in-good-faith";

    /// <summary>The photo is on other profiles, and the names cannot be compared.</summary>
    public const string PhotoSharedNamesUnknown = "photo-shared-names-unknown";

    /// <summary>Other profiles have a copy of the photo, or another shot of the same session.</summary>
    public const string PhotoSimilar = "photo-similar";

    /// <summary>The photo's file ends before all of its details; what there is of it was compared.</summary>
    public const string PhotoTruncated = "photo-truncated";

    /// <summary>No other enrolled profile uses the photo.</summary>
    public const string PhotoUnique = "photo-unique";

    /// <summary>The photo cannot be compared.</summary>
    public const string PhotoUnusable = "photo-unusable";

    /// <summary>The shared picture shows nobody: it belongs to no account.</summary>
    public const string PictureWithoutPerson = "picture-without-person";

    /// <summary>The account has many posts.</summary>
    public const string PostsRegularly = "posts-regularly";

    /// <summary>The application knows that the profile and another one with its photo belong together.</summary>
    public const string ProfilesRelated = "profiles-related";

    /// <summary>Two names share a word that few people bear.</summary>
    public const string RareWordShared = "rare-word-shared";

    /// <summary>The sender of the connection request recruits people.</summary>
    public const string Recruiter = "recruiter";

    /// <summary>The sender recruits people, from whom the member does not want to hear.</summary>
    public const string RecruiterNotWelcome = "recruiter-not-welcome";

    /// <summary>How the profile relates to those that share its photo could not be looked up.</summary>
    public const string RelationsUnavailable = "relations-unavailable";

    /// <summary>A reviewer found the profile authentic before it had the photo that speaks against it.</summary>
    public const string ReviewOutdated = "review-outdated";

    /// <summary>A reviewer found the profile authentic.</summary>
    public const string ReviewedAuthentic = "reviewed-authentic";

    /// <summary>Many of the sections that the network offers are filled in.</summary>
    public const string SectionsFilled = "sections-filled";

    /// <summary>Part of the check of a connection request's sender failed.</summary>
    public const string SenderCheckIncomplete = "sender-check-incomplete";

    /// <summary>The sender of the connection request is more likely fake than genuine.</summary>
    public const string SenderLikelyFake = "sender-likely-fake";

    /// <summary>Nothing speaks against the sender of the connection request.</summary>
    public const string SenderNothingAgainst = "sender-nothing-against";

    /// <summary>The sender's photo is in use on several profiles with different names.</summary>
    public const string SenderPhotoUnderOtherNames = "sender-photo-under-other-names";

    /// <summary>Nothing speaks against the sender, but such profiles are to be looked at.</summary>
    public const string SenderReviewRecommended = "sender-review-recommended";

    /// <summary>Some evidence speaks against the sender of the connection request.</summary>
    public const string SenderSuspicious = "sender-suspicious";

    /// <summary>Too little is known of the sender of the connection request.</summary>
    public const string SenderUnknown = "sender-unknown";

    /// <summary>Member and sender share several connections.</summary>
    public const string SharedConnections = "shared-connections";

    /// <summary>So many established profiles use the picture that it is a default or stock picture.</summary>
    public const string SharedStockImage = "shared-stock-image";

    /// <summary>Others use the same template, card or page around another picture.</summary>
    public const string SharedTemplate = "shared-template";

    /// <summary>A word of one name is a short form of the other name's.</summary>
    public const string ShortForm = "short-form";

    /// <summary>The signal failed and weighs nothing.</summary>
    public const string SignalFailed = "signal-failed";

    /// <summary>The signal took too long and weighs nothing.</summary>
    public const string SignalTimedOut = "signal-timed-out";

    /// <summary>One of two names is a single word, which fits too many people.</summary>
    public const string SingleWord = "single-word";

    /// <summary>A word of two names is spelled a little differently.</summary>
    public const string Spelling = "spelling";

    /// <summary>The photo is offered by libraries of stock pictures.</summary>
    public const string StockPhotoOnWeb = "stock-photo-on-web";

    /// <summary>The sender works at a company whose people the member wants to know.</summary>
    public const string TargetCompany = "target-company";

    /// <summary>The sender works in an industry whose people the member wants to know.</summary>
    public const string TargetIndustry = "target-industry";

    /// <summary>A title, degree or note beside a name was left out of account.</summary>
    public const string TitlesLeftOut = "titles-left-out";

    /// <summary>A word of two names is written in another script and sounds alike.</summary>
    public const string Transliteration = "transliteration";

    /// <summary>Pages are said to show the photo under another name, and their pictures could not be compared.</summary>
    public const string WebCopiesUnconfirmed = "web-copies-unconfirmed";

    /// <summary>The web was not searched for the photo.</summary>
    public const string WebNotSearched = "web-not-searched";

    /// <summary>The search of the web failed, so nobody is accepted by the check.</summary>
    public const string WebSearchFailed = "web-search-failed";

    /// <summary>The budget for searches of the web is used up, so nobody is accepted by the check.</summary>
    public const string WebSearchOverBudget = "web-search-over-budget";

    /// <summary>The search of the web took too long, so nobody is accepted by the check.</summary>
    public const string WebSearchTimedOut = "web-search-timed-out";

    /// <summary>The account has many connections.</summary>
    public const string WellConnected = "well-connected";

    /// <summary>The words of two names stand in another order.</summary>
    public const string WordOrder = "word-order";

    /// <summary>One name writes as one word what the other writes as two.</summary>
    public const string WordsJoined = "words-joined";

    /// <summary>One name leaves out words of the other.</summary>
    public const string WordsMissing = "words-missing";
}
