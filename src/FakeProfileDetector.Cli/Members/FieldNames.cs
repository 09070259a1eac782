using System.Collections.Frozen;

namespace FakeProfileDetector.Cli.Members;

/// <summary>How exports name their columns. Case, spaces, hyphens, underscores and camel case make no difference.</summary>
internal static class FieldNames
{
    // What an export may call a field beside its own name, each as a key. What means different things on different networks is
    // missing, such as friends_count: those it counts follow the member on one, and are followed on another.
    private static readonly (MemberField Field, string Keys)[] Synonyms =
    [
        (MemberField.Id, "userid memberid profileid accountid personid uid uuid guid identifier"),
        (MemberField.DisplayName, "name fullname membername profilename realname"),
        (MemberField.FirstName, "givenname forename givennames firstnames"),
        (MemberField.MiddleName, "middlenames secondname"),
        (MemberField.LastName, "surname familyname surnames lastnames"),
        (MemberField.OtherNames,
            "alternativenames alternatenames alternativename aliases previousnames previousname formernames formername "
            + "maidenname nativename"),
        (MemberField.Handle, "username userhandle screenname login loginname vanityname publicidentifier"),
        (MemberField.Email, "emailaddress mail mailaddress"),
        (MemberField.Photo,
            "profilephoto profilepicture profilepic profileimage picture avatar image photofile photopath photofilename photourl "
            + "profilephotourl profilepictureurl profileimageurl pictureurl avatarurl imageurl"),
        (MemberField.PhotoHash, "pdq pdqhash imagehash picturehash avatarhash"),
        (MemberField.PhotoQuality, "pdqquality hashquality imagequality"),
        (MemberField.PhotoSince, "photochangedat photouploadedat photodate photoupdatedat"),
        (MemberField.Faces, "facecount facescount numberoffaces"),
        (MemberField.Organization, "organisation company companyname employer employername workplace affiliation"),
        (MemberField.CreatedAt,
            "created createdon creationdate datecreated createddate createdtime registered registeredat registeredon "
            + "registrationdate signupdate signedupat joined joinedat joinedon joindate datejoined membersince accountcreated "
            + "accountcreatedat accountcreatedon"),
        (MemberField.ObservedAt, "observed observedon exported exportedat exportedon exportdate snapshotdate asof crawledat scrapedat retrievedat"),
        (MemberField.Connections,
            "connectionscount connectioncount numberofconnections noofconnections totalconnections contacts contactscount "
            + "friends followers followerscount followercount numberoffollowers totalfollowers"),
        (MemberField.Following, "followingcount followscount numberoffollowing numberoffollowings follows followees followings"),
        (MemberField.Posts, "postscount postcount numberofposts totalposts statuses statusescount tweets tweetscount tweetcount"),
        (MemberField.BioLength, "biographylength descriptionlength aboutlength summarylength"),
        (MemberField.HasUrl, "haswebsite haslink hasexternalurl"),
        (MemberField.HasPhoto, "haspicture hasprofilephoto hasprofilepicture hasprofilepic hasavatar hasimage"),
        (MemberField.SectionsFilled, "filledsections sectionscompleted"),
        (MemberField.SectionsOffered, "offeredsections sectionstotal"),
        (MemberField.LastActiveAt,
            "lastactive lastactiveon lastactivity lastactivityat lastseen lastseenat lastlogin lastloginat lastsignin "
            + "lastsigninat"),
        (MemberField.IsPrivate, "private privateaccount isprotected protected"),
        (MemberField.IsVerified, "verified verifiedaccount"),
    ];

    private static readonly FrozenDictionary<string, MemberField> Own =
        Enum.GetValues<MemberField>().ToFrozenDictionary(static field => Key(field.ToString()));

    private static readonly FrozenDictionary<string, MemberField> Others =
        Synonyms.SelectMany(static item => item.Keys.Split(' ').Select(key => (Key: key, item.Field)))
            .ToFrozenDictionary(static item => item.Key, static item => item.Field);

    /// <summary>A column's name without what makes no difference.</summary>
    internal static string Key(string column) => string.Concat(column.Where(char.IsLetterOrDigit)).ToLowerInvariant();

    /// <summary>Whether two names mean one column.</summary>
    internal static bool AreEqual(string one, string other) =>
        one.Equals(other, StringComparison.OrdinalIgnoreCase) || (Key(one) is { Length: > 0 } key && key == Key(other));

    /// <summary>The field of a name; null for none.</summary>
    internal static MemberField? Find(string column, out bool isOwn)
    {
        var key = Key(column);
        isOwn = Own.TryGetValue(key, out var field);
        return isOwn || Others.TryGetValue(key, out field) ? field : null;
    }

    /// <summary>A field's own name, such as display_name.</summary>
    internal static string Of(MemberField field) =>
        string.Concat(field.ToString().Select(static (letter, index) => index > 0 && char.IsUpper(letter) ? $"_{letter}" : $"{letter}")).ToLowerInvariant();
}
