using System.Collections.Immutable;
using System.Globalization;
using System.Runtime.InteropServices;
using FakeProfileDetector.Names;
using FakeProfileDetector.Photos;
using FakeProfileDetector.Reasons;
using FakeProfileDetector.Registry;
using FakeProfileDetector.SharedPhotos;

namespace FakeProfileDetector.Signals.ImageReuse;

/// <summary>The signal's reasons: stable codes, sentences, facts.</summary>
internal static class ImageReuseReasons
{
    internal static readonly Reason NoPhoto = new(ReasonCodes.NoPhoto, "The profile has no photo to compare.");

    internal static readonly Reason Unique = new(ReasonCodes.PhotoUnique, "No other enrolled profile uses this photo.");

    internal static readonly Reason NotSearched = new(ReasonCodes.PhotoSearchFailed, "Other uses of the photo were not searched for.");

    internal static readonly Reason Truncated = new(
        ReasonCodes.PhotoTruncated, "The photo's file ends before all of its details: what there is of it was compared. Fetch it again to be sure.");

    internal static Reason Unusable(PhotoUnusable failure) => new(ReasonCodes.PhotoUnusable, $"The photo cannot be compared. {failure.Message}")
    {
        Facts = failure.Facts.Add("failure", failure.Reason.ToString()),
    };

    internal static Reason Featureless(int quality) =>
        new(ReasonCodes.PhotoUnusable, $"The photo is too featureless to compare: quality {quality.ToString(CultureInfo.InvariantCulture)} of 100.")
        {
            Facts = Facts(("quality", quality.ToString(CultureInfo.InvariantCulture))),
        };

    internal static Reason Benign(PhotoUseResult uses) =>
        new(ReasonCodes.DefaultAvatar, $"The photo is a known picture that many people use in good faith ({uses.BenignPicture}).")
        {
            Facts = Facts(("picture", uses.BenignPicture!), ("uses", Number(uses.TotalCount))),
        };

    internal static Reason Generated(PhotoUseResult uses) =>
        new(ReasonCodes.DefaultAvatar, "The picture was drawn by a program from a name or number (a letter tile, an identicon, a silhouette or a plain color): it is nobody's photo.")
        {
            Facts = Facts(("picture", "generated"), ("uses", Number(uses.TotalCount))),
        };

    internal static Reason StockPicture(SharedPhoto shared) =>
        new(ReasonCodes.SharedStockImage,
            $"This picture is also on {Profiles(shared.Uses.TotalCount)}{Judged(shared.Uses)}, under {Number(shared.People)} names in all, "
            + $"of which {Number(shared.EstablishedPeople)} are well established: a default or stock picture.")
        {
            Facts = GroupFacts(shared),
        };

    internal static Reason Similar(PhotoUseResult uses) =>
        new(ReasonCodes.PhotoSimilar,
            $"A copy of this photo, or another shot of the same session, is on {Profiles(uses.TotalCount)}: compare them by eye.")
        {
            Facts = Facts(("uses", Number(uses.TotalCount))),
        };

    internal static Reason Template(PhotoUseResult uses) =>
        new(ReasonCodes.SharedTemplate, $"What this photo has in common with {Profiles(uses.TotalCount)} is a template, a card or a page, and not the picture in it.")
        {
            Facts = Facts(("uses", Number(uses.TotalCount))),
        };

    internal static ReadOnlySpan<Reason> SamePerson(SharedPhoto shared) => WithReview(
        shared,
        new Reason(ReasonCodes.DuplicateAccount, shared.IsConfirmedSamePerson
            ? $"This photo is also on {Profiles(shared.Uses.TotalCount)}: duplicate accounts of one person."
            : $"This photo is also on {Profiles(shared.Uses.TotalCount)} with a compatible name: duplicate accounts of one person.")
        {
            Facts = Facts(("uses", Number(shared.Uses.TotalCount))),
        });

    internal static ReadOnlySpan<Reason> NamesNotComparable(SharedPhoto shared) => WithReview(
        shared,
        new Reason(ReasonCodes.PhotoSharedNamesUnknown,
            $"This photo is also on {Profiles(shared.Uses.TotalCount)}, but the names cannot be compared.")
        {
            Facts = Facts(("uses", Number(shared.Uses.TotalCount))),
        });

    /// <summary>No names contradict; what speaks is that one of the profiles is a confirmed fake.</summary>
    internal static ReadOnlySpan<Reason> ReviewedApart(SharedPhoto shared) => WithReview(
        shared,
        new Reason(ReasonCodes.PhotoShared, $"This photo is also on {Profiles(shared.Uses.TotalCount)}.") { Facts = GroupFacts(shared) },
        Role(shared));

    /// <summary>Different people use it, and nothing says that one of them took it.</summary>
    internal static ReadOnlySpan<Reason> GoodFaith(SharedPhoto shared) => WithReview(
        shared,
        [
            new(ReasonCodes.PhotoSharedInGoodFaith,
                $"This picture is also on {Profiles(shared.Uses.TotalCount)} under other names, more likely in good faith than not{Judged(shared.Uses)}.")
            {
                Facts = GroupFacts(shared),
            },
            .. AboutThePicture(shared),
        ]);

    internal static ReadOnlySpan<Reason> Contested(SharedPhoto shared)
    {
        var reuse = new Reason(
            ReasonCodes.PhotoReusedUnderOtherName,
            $"This photo is also on {Profiles(shared.Uses.TotalCount)}; together they go by {Number(shared.People)} different names{Judged(shared.Uses)}.")
        {
            Facts = GroupFacts(shared),
        };
        var reasons = new List<Reason>(WithReview(shared, [reuse, Role(shared), .. PatternsOfOneHand(shared), .. AboutThePicture(shared)]).ToArray());
        if (shared.Conflict is NameRelation.SharesFamilyName or NameRelation.SharesGivenName)
        {
            reasons.Add(new(ReasonCodes.NamesPartlyAgree, "One of the names agrees in part, so both may still belong to one person.")
            {
                Facts = Facts(("nameRelation", shared.Conflict.ToCode())),
            });
        }

        if (shared.Uses.Uses.Select(use => use.Alteration).OfType<PhotoAlteration>().FirstOrDefault() is { } alteration)
        {
            reasons.Add(new(ReasonCodes.PhotoAltered, $"Beside another profile's this photo is {alteration}.")
            {
                Facts = Facts(("alteration", alteration.ToString())),
            });
        }

        return CollectionsMarshal.AsSpan(reasons);
    }

    /// <summary>What the picture shows where that is not one person's face, and whether the holders are known to belong together.</summary>
    private static IEnumerable<Reason> AboutThePicture(SharedPhoto shared)
    {
        var facts = Facts(("shown", shared.Shown.ToString()));
        switch (shared.Shown)
        {
            case PictureShown.SeveralPeople:
                yield return new(ReasonCodes.GroupPhoto, "The picture shows several people, each of whom may use it.") { Facts = facts };
                break;
            case PictureShown.Nobody:
                yield return new(ReasonCodes.PictureWithoutPerson, "The picture shows no person's face: it belongs to no account.") { Facts = facts };
                break;
            case PictureShown.Unknown:
                yield return new(ReasonCodes.PhotoContentUnknown, "Whether the picture shows a person is unknown: look at it, or enroll its content.") { Facts = facts };
                break;
            default:
                break;
        }

        if (shared.HasRelation)
        {
            yield return new(ReasonCodes.ProfilesRelated, "The profile and another one that shares the picture are known to belong together.");
        }
    }

    private static IEnumerable<Reason> PatternsOfOneHand(SharedPhoto shared)
    {
        (RingPattern Pattern, string Code, string Text)[] all =
        [
            (RingPattern.Burst, ReasonCodes.PhotoRingBurst, "Most accounts that share it were made within a few days of this one."),
            (RingPattern.EqualHistories, ReasonCodes.PhotoRingEqualHistories, "Most accounts that share it have the same counts as this one."),
            (RingPattern.EqualCopies, ReasonCodes.PhotoRingEqualCopies, "Most accounts that share it show the very same file."),
            (RingPattern.NamePattern, ReasonCodes.PhotoRingNames, "Most accounts that share it have this one's given name and family names that differ."),
            (RingPattern.HandlePattern, ReasonCodes.PhotoRingHandles, "Most accounts that share it have handles of this one's pattern, as programs make them and some networks hand them out."),
            (RingPattern.HandleSeries, ReasonCodes.PhotoRingHandleSeries, "Most accounts that share it have handles of one series with this one's."),
        ];
        return all.Where(entry => shared.Patterns.HasFlag(entry.Pattern))
            .Select(entry => new Reason(entry.Code, entry.Text) { Facts = Facts(("pattern", entry.Pattern.ToString())) });
    }

    /// <summary>Who of those who share the photo owns it, as far as anything that is known tells.</summary>
    private static Reason Role(SharedPhoto shared) => shared.Role switch
    {
        HolderRole.RingMember => new(ReasonCodes.PhotoRing, shared.EstablishedPeople == 0
            ? "None of the profiles that share it is well established: they look like a ring of fakes."
            : $"Only {Number(shared.EstablishedPeople)} of the {Number(shared.People)} people who share it are well established: they look like a ring of fakes.")
        {
            Facts = Facts(("people", Number(shared.People)), ("establishedPeople", Number(shared.EstablishedPeople))),
        },
        HolderRole.Owner => new(
            ReasonCodes.PhotoLikelyOriginal, $"Of the profiles that share it this is the likeliest owner of the photo, by {OwnerGroundsText.Of(shared.Grounds)}.")
        {
            Facts = Facts(("grounds", shared.Grounds.ToString())),
        },
        HolderRole.Taker => new(
            ReasonCodes.PhotoLikelyTaken, $"Another profile that shares it is the likelier owner of the photo, by {OwnerGroundsText.Of(shared.Grounds)}.")
        {
            Facts = Facts(("grounds", shared.Grounds.ToString())),
        },
        _ => new(ReasonCodes.PhotoOwnerUnknown, "No profile that shares it stands out as the owner of the photo."),
    };

    /// <summary>What reviewers decided about the others, after what the signal found by itself.</summary>
    private static ReadOnlySpan<Reason> WithReview(SharedPhoto shared, params ReadOnlySpan<Reason> found)
    {
        var reasons = new List<Reason>(found.ToArray());
        if (shared.IsOfConfirmedFake)
        {
            reasons.Add(new(ReasonCodes.PhotoOfConfirmedFake, "A reviewer has confirmed another profile with this photo to be fake."));
        }

        if (shared.IsConfirmedDifferentPeople)
        {
            reasons.Add(new(ReasonCodes.ConfirmedDifferentPeople, "A reviewer has decided that another profile with this photo is a different person's."));
        }

        if (shared.IsConfirmedSamePerson)
        {
            reasons.Add(new(ReasonCodes.ConfirmedSamePerson, "A reviewer has decided that another profile with this photo is the same person's."));
        }

        return CollectionsMarshal.AsSpan(reasons);
    }

    private static ImmutableSortedDictionary<string, string> GroupFacts(SharedPhoto shared) => Facts(
        ("uses", Number(shared.Uses.TotalCount)),
        ("judgedUses", Number(shared.Uses.Uses.Length)),
        ("people", Number(shared.People)),
        ("establishedPeople", Number(shared.EstablishedPeople)),
        ("nameRelation", shared.Conflict.ToCode()));

    private static ImmutableSortedDictionary<string, string> Facts(params ReadOnlySpan<(string Name, string Value)> facts)
    {
        var builder = ImmutableSortedDictionary.CreateBuilder<string, string>(StringComparer.Ordinal);
        foreach (var (name, value) in facts)
        {
            builder.Add(name, value);
        }

        return builder.ToImmutable();
    }

    /// <summary>Of a picture that very many share the nearest users are judged; what is said of names holds for those.</summary>
    private static string Judged(PhotoUseResult uses) =>
        uses.Uses.Length < uses.TotalCount ? $" (the nearest {Number(uses.Uses.Length)} were judged)" : string.Empty;

    private static string Profiles(int count) => count == 1 ? "1 other profile" : $"{Number(count)} other profiles";

    private static string Number(int count) => count.ToString(CultureInfo.InvariantCulture);
}
