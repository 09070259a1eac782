using CsCheck;
using FakeProfileDetector.Profiles;
using FakeProfileDetector.Reasons;
using FakeProfileDetector.Signals.ImageReuse;
using FakeProfileDetector.Tests.Support;
using static FakeProfileDetector.Tests.Support.Invented;

namespace FakeProfileDetector.Tests.SharedPhotos;

/// <summary>What a report says of who owns a shared photo: no more than is known.</summary>
public sealed class OwnerRoleTests
{
    private static readonly string[] Roles =
        [ReasonCodes.PhotoLikelyOriginal, ReasonCodes.PhotoLikelyTaken, ReasonCodes.PhotoOwnerUnknown, ReasonCodes.PhotoRing];

    [Fact]
    public async Task Check_TwoOfWhomNothingIsKnown_NamesNoOwner()
    {
        var reports = await CheckAll(Member("a", "Ana Horvat", Photo(1)), Member("b", "Boris Kovac", Photo(1)));

        foreach (var report in reports.Values)
        {
            var reason = RoleOf(report);
            Assert.Equal(ReasonCodes.PhotoOwnerUnknown, reason.Code);
            Assert.DoesNotContain("likeli", reason.Text, StringComparison.Ordinal);
            Assert.NotEqual(AuthenticityVerdict.LikelyFake, report.Verdict);
        }
    }

    [Theory]
    [InlineData("history", "a fuller history")]
    [InlineData("connections", "more connections")]
    [InlineData("verified", "the network's verification")]
    [InlineData("size", "a larger copy")]
    [InlineData("color", "a copy in color")]
    public async Task Check_OneThingTellsThemApart_IsNamedOnBothSides(string what, string words)
    {
        var thin = new AccountHistory { Connections = 200, Posts = 20, BioLength = 40 };
        var (better, photo) = what switch
        {
            "history" => (thin with { Posts = 900, CreatedAt = Now.AddYears(-9), ObservedAt = Now }, Photo(1)),
            "connections" => (thin with { Connections = 499 }, Photo(1)),
            "verified" => (thin with { IsVerified = true }, Photo(1)),
            "size" => (thin, Photo(1, width: 1200, height: 1200)),
            _ => (thin, Photo(1)),
        };
        var worse = what == "color" ? Photo(1, hasColor: false) : Photo(1);

        var reports = await CheckAll(Member("a", "Ana Horvat", photo, better), Member("b", "Boris Kovac", worse, thin));

        Assert.Contains(words, RoleOf(reports["a"]).Text, StringComparison.Ordinal);
        Assert.Contains(words, RoleOf(reports["b"]).Text, StringComparison.Ordinal);
        Assert.Equal((ReasonCodes.PhotoLikelyOriginal, ReasonCodes.PhotoLikelyTaken), (RoleOf(reports["a"]).Code, RoleOf(reports["b"]).Code));
    }

    /// <summary>Whatever is known: at most one profile is called the owner, and who is called a taker has a better one beside it.</summary>
    [Fact]
    public void Check_AnyTwoAccounts_AreNeverBothOwnersAndNeverBothTakers()
    {
        var history = Gen.Select(Gen.Int[0, 3], Gen.Int[0, 2000], Gen.Int[0, 900], Gen.Bool).Select((known, connections, posts, verified) => known switch
        {
            0 => null,
            1 => new AccountHistory { Connections = connections },
            2 => new AccountHistory { Connections = connections, Posts = posts, BioLength = posts },
            _ => new AccountHistory { Connections = connections, Posts = posts, BioLength = 50, IsVerified = verified, CreatedAt = Now.AddDays(-posts * 3), ObservedAt = Now },
        });
        Gen.Select(history, history, Gen.Int[1, 3], Gen.Int[1, 3]).Sample(
            (a, b, sizeOfA, sizeOfB) =>
            {
                var reports = CheckAll(
                    Member("a", "Ana Horvat", Photo(1, width: 200 * sizeOfA, height: 200 * sizeOfA), a),
                    Member("b", "Boris Kovac", Photo(1, width: 200 * sizeOfB, height: 200 * sizeOfB), b)).GetAwaiter().GetResult();

                // A picture of two well-established accounts may be a stock picture: then there is no role.
                var codes = reports.Values.SelectMany(report => report.Signal(ImageReuseSignal.SignalName).Codes()).ToArray();
                Assert.True(codes.Count(code => code == ReasonCodes.PhotoLikelyOriginal) <= 1);
                Assert.True(codes.Count(code => code == ReasonCodes.PhotoLikelyTaken) <= 1);
            },
            iter: 300);
    }

    [Fact]
    public async Task Check_RingWithOneEstablished_DoesNotSayThatNoneIs()
    {
        var names = new[] { "Boris Kovac", "Carla Tamm", "Dario Holm", "Elena Wirth", "Frank Osei", "Greta Lind", "Hugo Brandt" };
        Profile[] ring = [.. names.Select((name, i) => Member($"m{i}", name, Photo(1), Thin))];

        var reports = await CheckAll([Member("owner", "Ana Horvat", Photo(1), Established with { Connections = 120, Posts = 12 }), .. ring]);

        foreach (var report in reports.Values)
        {
            var reason = RoleOf(report);
            var reuse = report.Signal(ImageReuseSignal.SignalName).Reasons[0];
            if (reason.Code == ReasonCodes.PhotoRing && reuse.Facts["establishedPeople"] != "0")
            {
                Assert.DoesNotContain("None", reason.Text, StringComparison.Ordinal);
            }
        }
    }

    private static Reason RoleOf(AuthenticityReport report) =>
        report.Signal(ImageReuseSignal.SignalName).Reasons.Single(reason => Roles.Contains(reason.Code));
}
