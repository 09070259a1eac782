using FakeProfileDetector.Benchmarks.Shared.Data;
using FakeProfileDetector.Calibration;
using FakeProfileDetector.Profiles;

namespace FakeProfileDetector.Sharing.Histories;

/// <summary>Histories of real accounts of one public set, by kind: all accounts of a group come from one set, as they would from one network.</summary>
internal sealed class HistoryPool
{
    private const int YearDays = 365;
    private const int NewcomerDays = 60;
    private const int UsualAgeDays = 900;

    private static readonly string[] Sets = ["cresci2015_e13_int.tsv", "instafake_fake_v1.tsv", "kaggle_instagram.tsv", "vk_users_bots.tsv"];

    private readonly (AccountHistory History, double Fullness)[] _genuine;
    private readonly AccountHistory[] _fake;

    private HistoryPool(LabeledProfile[] accounts)
    {
        AccountHistory[] genuine = [.. accounts.Where(account => !account.IsFake).Select(account => account.Profile.History!).Where(history => history.Connections is not null)];
        _genuine = [.. genuine.Zip(Fullness.Of(genuine))];
        _fake = [.. accounts.Where(account => account.IsFake).Select(account => account.Profile.History!)];
    }

    /// <summary>When all accounts are observed and checked.</summary>
    internal static DateTimeOffset Now => LabeledAccounts.Observed;

    internal static HistoryPool[] ReadAll(DataFolder data) => [.. Sets.Select(set => new HistoryPool(LabeledAccounts.Read(data, set, set)))];

    /// <summary>A moment so many days ago, at any time of the day.</summary>
    internal static DateTimeOffset DaysAgo(int days, Random random) => Now.AddDays(-days).AddMinutes(-random.Next(24 * 60));

    internal AccountHistory Draw(AccountKind kind, Random random) => kind switch
    {
        AccountKind.New => Young(Pick(0, 1, random), random),
        AccountKind.Quiet => Pick(0, .25, random, minimumAge: YearDays),
        AccountKind.Middling => Pick(.4, .7, random, minimumAge: YearDays),
        AccountKind.Established => Pick(.5, 1, random, minimumAge: YearDays),
        AccountKind.Rich => Pick(.9, 1, random, minimumAge: YearDays),
        AccountKind.NewFake => Shown(_fake[random.Next(_fake.Length)]) with { CreatedAt = DaysAgo(random.Next(2, 45), random) },
        AccountKind.OldFake => Shown(OldFake(random)),
        _ => throw new ArgumentOutOfRangeException(nameof(kind)),
    };

    private static bool IsOlder(AccountHistory history, int days) => history.CreatedAt is not { } created || (Now - created).TotalDays > days;

    /// <summary>The history with nothing said of the photo: every planted account has one.</summary>
    private static AccountHistory Shown(AccountHistory history) => history with { HasPhoto = null };

    /// <summary>What an account has gathered in its first weeks, at the pace at which it did over its life.</summary>
    private static AccountHistory Young(AccountHistory history, Random random)
    {
        var days = random.Next(3, NewcomerDays - 4);
        var lived = history.CreatedAt is { } created ? (Now - created).TotalDays : UsualAgeDays;
        var share = Math.Min(1, days / Math.Max(1, lived));
        return history with
        {
            CreatedAt = DaysAgo(days, random),
            Connections = Part(history.Connections),
            Following = Part(history.Following),
            Posts = Part(history.Posts),
        };

        long? Part(long? count) => count is { } known ? (long)Math.Ceiling(known * share) : null;
    }

    private AccountHistory OldFake(Random random)
    {
        var old = Array.FindAll(_fake, history => IsOlder(history, NewcomerDays));
        return old[random.Next(old.Length)];
    }

    private AccountHistory Pick(double from, double to, Random random, int minimumAge = 0)
    {
        var fitting = Array.FindAll(_genuine, item => item.Fullness >= from && item.Fullness <= to && IsOlder(item.History, minimumAge));
        return Shown(fitting[random.Next(fitting.Length)].History);
    }
}
