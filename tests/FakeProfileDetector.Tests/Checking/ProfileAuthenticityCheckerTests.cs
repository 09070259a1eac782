using System.Diagnostics;
using FakeProfileDetector.Checking;
using FakeProfileDetector.Profiles;
using FakeProfileDetector.Reasons;
using FakeProfileDetector.Registry;
using FakeProfileDetector.Signals.ImageReuse;
using FakeProfileDetector.Tests.Support;
using FakeProfileDetector.Weights;
using Microsoft.Extensions.Options;
using Microsoft.Extensions.Time.Testing;
using static FakeProfileDetector.Tests.Support.Invented;

namespace FakeProfileDetector.Tests.Checking;

public sealed class ProfileAuthenticityCheckerTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task CheckAsync_SignalOfOnesOwn_CountsAndIsReported()
    {
        using var registry = NewRegistry();
        var signal = new OwnSignal((context, _) => new(SignalResult.Evidence(
            context.Profile.DisplayName!.Contains("Crypto", StringComparison.Ordinal) ? 2 : 0, new Reason("crypto-name", "Advertises."))));

        var report = await Checker(registry, null, signal).CheckAsync(Member("a", "Crypto Queen", photo: null, Established), Token);

        var own = report.Signal("own");
        Assert.Equal((SignalOutcome.Adverse, 2.0, "crypto-name"), (own.Outcome, own.WeightBits, own.Reasons[0].Code));
        Assert.Equal(["image-reuse", "name-mismatch", "sparse-history", "own"], report.Signals.Select(item => item.Name));
    }

    [Fact]
    public async Task CheckAsync_SignalThatThrows_FailsAloneAndWeighsNothing()
    {
        using var registry = NewRegistry();
        var signal = new OwnSignal((_, _) => throw new InvalidOperationException("Ana Horvat broke it"));

        var report = await Checker(registry, null, signal).CheckAsync(Member("a", "Ana Horvat", Photo(1), Established), Token);

        var own = report.Signal("own");
        Assert.Equal((SignalOutcome.Failed, 0.0, "signal-failed"), (own.Outcome, own.WeightBits, own.Reasons[0].Code));
        Assert.DoesNotContain("Ana", own.Reasons[0].Text, StringComparison.Ordinal);
        Assert.Equal(SignalOutcome.Supporting, report.Signal("image-reuse").Outcome);
    }

    [Fact]
    public async Task CheckAsync_SignalThatReturnsNull_Fails()
    {
        using var registry = NewRegistry();

        var report = await Checker(registry, null, new OwnSignal((_, _) => new((SignalResult)null!))).CheckAsync(Member("a", null, null), Token);

        Assert.Equal(SignalOutcome.Failed, report.Signal("own").Outcome);
    }

    [Fact]
    public async Task CheckAsync_SignalThatNeverEnds_IsGivenUp()
    {
        using var registry = NewRegistry();
        var endless = new OwnSignal(async (_, token) =>
        {
            await Task.Delay(Timeout.Infinite, token);
            throw new UnreachableException();
        });
        var deaf = new OwnSignal(async (_, _) =>
        {
            await new TaskCompletionSource().Task;
            throw new UnreachableException();
        });
        foreach (var signal in new[] { endless, deaf })
        {
            var time = new FakeTimeProvider(Now);
            var report = await WhileTimePasses(time, Checker(registry, time, null, signal).CheckAsync(Member("a", "Ana Horvat", Photo(1)), Token).AsTask());
            Assert.Equal((SignalOutcome.Failed, "signal-timed-out"), (report.Signal("own").Outcome, report.Signal("own").Reasons[0].Code));
        }
    }

    [Fact]
    public async Task CheckAsync_SignalThatBlocksItsThread_IsGivenUp()
    {
        using var registry = NewRegistry();
        using var released = new ManualResetEventSlim();
        var blocking = new OwnSignal((_, _) =>
        {
            released.Wait(CancellationToken.None);
            throw new UnreachableException();
        });

        var time = new FakeTimeProvider(Now);
        var report = await WhileTimePasses(time, Checker(registry, time, null, blocking).CheckAsync(Member("a", "Ana Horvat", Photo(1)), Token).AsTask());
        released.Set();

        Assert.Equal("signal-timed-out", report.Signal("own").Reasons[0].Code);
    }

    [Fact]
    public async Task CheckAsync_SignalAndSearchThatTakeTooLong_AreLoggedAndSayHowLong()
    {
        using var released = new ManualResetEventSlim();
        var deaf = new OwnSignal(async (_, _) =>
        {
            await new TaskCompletionSource().Task;
            throw new UnreachableException();
        });
        var logger = new ListLogger();
        var time = new FakeTimeProvider(Now);
        IProfileAuthenticityChecker checker = new ProfileAuthenticityChecker(
            new BrokenRegistry(released), NoDecoder.Fingerprinter, [ImageReuseSignal.Create(), deaf], new() { SignalTimeout = TimeSpan.FromSeconds(1.5) }, time, logger);

        var report = await WhileTimePasses(time, checker.CheckAsync(Member("a", "Ana Horvat", Photo(1)), Token).AsTask());
        released.Set();

        Assert.Equal(
            [
                "The search for other uses of a photo failed (a timeout); the check goes on without it",
                "Signal own took too long; it counts nothing",
                "Checked a profile: InsufficientEvidence",
            ],
            logger.Lines);
        var reasons = new[] { report.Signal("own").Reasons[0], report.Signal("image-reuse").Reasons[0] };
        Assert.Equal(
            ["The signal took longer than 1.5 s.", "Other uses of the photo could not be searched for: the search took longer than 30 s."],
            reasons.Select(reason => reason.Text));
        Assert.Equal(["1.5", "30"], reasons.Select(reason => reason.Facts["seconds"]));
    }

    [Fact]
    public async Task CheckAsync_RegistryThatFails_FailsThePhotoSignalsOnly()
    {
        var report = await Checker(new BrokenRegistry()).CheckAsync(Member("a", "Ana Horvat", Photo(1), Thin), Token);

        Assert.Equal(SignalOutcome.Failed, report.Signal("image-reuse").Outcome);
        Assert.Equal(SignalOutcome.Adverse, report.Signal("sparse-history").Outcome);
    }

    [Fact]
    public async Task CheckAsync_SearchThatFails_AcceptsNobody()
    {
        var report = await Checker(new BrokenRegistry()).CheckAsync(Member("a", "Ana Horvat", Photo(1), Established), Token);

        Assert.Equal((AuthenticityVerdict.InsufficientEvidence, RecommendedAction.Review), (report.Verdict, report.RecommendedAction));
    }

    [Fact]
    public async Task CheckAsync_RegistryThatBlocksItsThread_IsGivenUp()
    {
        using var released = new ManualResetEventSlim();

        var time = new FakeTimeProvider(Now);
        var report = await WhileTimePasses(
            time, Checker(new BrokenRegistry(released), time).CheckAsync(Member("a", "Ana Horvat", Photo(1), Established), Token).AsTask());
        released.Set();

        Assert.Equal("photo-search-timed-out", report.Signal("image-reuse").Reasons[0].Code);
        Assert.Equal((AuthenticityVerdict.InsufficientEvidence, RecommendedAction.Review), (report.Verdict, report.RecommendedAction));
    }

    [Fact]
    public async Task CheckAllAsync_QuietFeed_GivesEachReportAtOnce()
    {
        using var registry = NewRegistry();
        var next = new SemaphoreSlim(1);

        // The next profile comes only after the report on the one before has arrived.
        var reports = 0;
        await foreach (var _ in Checker(registry).CheckAllAsync(Feed(), Token))
        {
            reports++;
            next.Release();
        }

        Assert.Equal(5, reports);

        async IAsyncEnumerable<Profile> Feed()
        {
            for (var i = 0; i < 5; i++)
            {
                await next.WaitAsync(Token);
                yield return new($"m{i}");
            }
        }
    }

    [Fact]
    public async Task CheckAllAsync_FeedThatFails_ThrowsAfterTheReportsBefore()
    {
        using var registry = NewRegistry();
        var reports = new List<string>();

        await Assert.ThrowsAsync<IOException>(async () =>
        {
            await foreach (var report in Checker(registry).CheckAllAsync(Feed(), Token))
            {
                reports.Add(report.ProfileId);
            }
        });

        Assert.Equal(["a", "b"], reports);

        static async IAsyncEnumerable<Profile> Feed()
        {
            yield return new("a");
            yield return new("b");
            await Task.Yield();
            throw new IOException();
        }
    }

    [Fact]
    public async Task CheckAsync_OptionsChangedLater_StayAsValidated()
    {
        using var registry = NewRegistry();
        var options = new FakeProfileDetectorOptions();
        var checker = Checker(registry, options);
        options.PriorProbability = 2;

        Assert.Equal(0.05, (await checker.CheckAsync(new("a"), Token)).Probability, precision: 9);
    }

    [Fact]
    public async Task CheckAsync_Canceled_Throws()
    {
        using var registry = NewRegistry();
        using var source = new CancellationTokenSource();
        var signal = new OwnSignal(async (_, token) =>
        {
            await source.CancelAsync();
            await Task.Delay(Timeout.Infinite, token);
            throw new UnreachableException();
        });

        await Assert.ThrowsAnyAsync<OperationCanceledException>(
            async () => await Checker(registry, null, signal).CheckAsync(Member("a", null, null), source.Token));
        await Assert.ThrowsAnyAsync<OperationCanceledException>(
            async () => await Checker(registry).CheckAsync(Member("a", null, null), new CancellationToken(canceled: true)));
    }

    [Fact]
    public async Task CheckAllAsync_SlowAndFast_KeepsTheOrderOfTheProfiles()
    {
        using var registry = NewRegistry();
        var uneven = new OwnSignal(async (context, token) =>
        {
            await Task.Delay(context.Profile.Id.EndsWith('0') ? 20 : 0, token);
            return SignalResult.Neutral(new("own", "Looked."));
        });
        var ids = Enumerable.Range(0, 100).Select(i => $"m{i}").ToArray();

        var reports = await Checker(registry, null, uneven)
            .CheckAllAsync(ids.Select(id => new Profile(id)).ToAsyncEnumerable(), Token).Select(report => report.ProfileId).ToArrayAsync(Token);

        Assert.Equal(ids, reports);
    }

    [Fact]
    public async Task CheckAllAsync_ManyProfiles_ReadsOnlyAFewAhead()
    {
        using var registry = NewRegistry();
        var read = 0;
        var profiles = Enumerable.Range(0, 10_000).Select(i =>
        {
            Interlocked.Increment(ref read);
            return new Profile($"m{i}");
        }).ToAsyncEnumerable();

        await foreach (var _ in Checker(registry).CheckAllAsync(profiles, Token))
        {
            break;
        }

        Assert.InRange(read, 1, 8 * Environment.ProcessorCount);
    }

    [Fact]
    public async Task CheckAllAsync_Canceled_Throws()
    {
        using var registry = NewRegistry();
        using var source = new CancellationTokenSource();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(async () =>
        {
            await foreach (var _ in Checker(registry).CheckAllAsync(Endless().ToAsyncEnumerable(), source.Token))
            {
                await source.CancelAsync();
            }
        });

        static IEnumerable<Profile> Endless()
        {
            for (var i = 0; ; i++)
            {
                yield return new($"m{i}");
            }
        }
    }

    [Fact]
    public void Constructor_TwoSignalsOfOneName_IsRefused()
    {
        using var registry = NewRegistry();

        var exception = Assert.Throws<ArgumentException>(() => Checker(registry, null, ImageReuseSignal.Create()));

        Assert.Contains("image-reuse", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Constructor_DecidingSignalThatIsNotThere_IsRefusedByName()
    {
        using var registry = NewRegistry();

        var exception = Assert.Throws<ArgumentException>(() => Checker(registry, new() { MayReachLikelyFake = { "imgae-reuse" } }));

        Assert.Contains("imgae-reuse", exception.Message, StringComparison.Ordinal);
        Assert.Contains("sparse-history", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task CheckAsync_OwnSignalThatMayDecide_ReachesLikelyFakeAloneAndIsMissedWhenItFails()
    {
        using var registry = NewRegistry();
        var isDown = false;
        var own = new OwnSignal((_, _) => isDown
            ? throw new IOException()
            : new(SignalResult.Evidence(12, new Reason("documents-differ", "The documents are somebody else's."))));
        var member = Member("a", "Ana Horvat", Photo(1), Established);
        var options = new FakeProfileDetectorOptions { MayReachLikelyFake = { "own" } };

        Assert.NotEqual(AuthenticityVerdict.LikelyFake, (await Checker(registry, null, own).CheckAsync(member, Token)).Verdict);
        Assert.Equal(AuthenticityVerdict.LikelyFake, (await Checker(registry, options, own).CheckAsync(member, Token)).Verdict);
        isDown = true;
        Assert.Equal(AuthenticityVerdict.NoAdverseEvidence, (await Checker(registry, null, own).CheckAsync(member, Token)).Verdict);
        Assert.Equal(AuthenticityVerdict.InsufficientEvidence, (await Checker(registry, options, own).CheckAsync(member, Token)).Verdict);
    }

    [Fact]
    public async Task CheckAsync_SignalThatIsInconclusive_AcceptsNobody()
    {
        using var registry = NewRegistry();
        var own = new OwnSignal((_, _) => new(SignalResult.Inconclusive(new("service-down", "The service did not answer."))));

        var report = await Checker(registry, null, own).CheckAsync(Member("a", "Ana Horvat", Photo(1), Established), Token);

        Assert.Equal((AuthenticityVerdict.InsufficientEvidence, RecommendedAction.Review), (report.Verdict, report.RecommendedAction));
        Assert.Equal(SignalOutcome.Abstained, report.Signal("own").Outcome);
    }

    [Fact]
    public async Task CheckAsync_ManyChecksWithASignalThatBlocksItsThread_CostsNothingElse()
    {
        using var registry = await Enrolled(Member("owner", "Ana Horvat", Photo(1), Established));
        using var released = new ManualResetEventSlim();
        var blocking = new OwnSignal((_, _) =>
        {
            released.Wait(CancellationToken.None);
            throw new UnreachableException();
        });
        var time = new FakeTimeProvider(Now);
        var checker = Checker(registry, time, new() { LookupTimeout = Timeout.InfiniteTimeSpan }, blocking);

        var checks = Enumerable.Range(0, 250).Select(i => checker.CheckAsync(Member($"m{i}", "Boris Kovac", Photo(1), Thin), Token).AsTask()).ToArray();
        var reports = await WhileTimePasses(time, Task.WhenAll(checks));
        released.Set();

        Assert.All(reports, report =>
        {
            Assert.Equal("signal-timed-out", report.Signal("own").Reasons[0].Code);
            Assert.Contains("photo-likely-taken", report.Signal("image-reuse").Codes());
        });
    }

    [Fact]
    public async Task CheckAsync_HoweverMuchTimePasses_BuiltInSignalsHaveNoTimeout()
    {
        // The clock jumps by an hour each time it is looked at: a busy machine.
        using var registry = await Enrolled(Member("owner", "Ana Horvat", Photo(1), Established));
        var member = Member("m", "Boris Kovac", Photo(1), Thin);
        var options = new FakeProfileDetectorOptions { LookupTimeout = Timeout.InfiniteTimeSpan, SignalTimeout = TimeSpan.FromMilliseconds(1) };

        var report = await Checker(registry, new FakeTimeProvider(Now) { AutoAdvanceAmount = TimeSpan.FromHours(1) }, options).CheckAsync(member, Token);

        Assert.DoesNotContain(report.Signals, signal => signal.Outcome == SignalOutcome.Failed);
        Assert.Contains("photo-likely-taken", report.Signal("image-reuse").Codes());
    }

    [Fact]
    public async Task CheckAndEnrollAsync_SimultaneousSignUpsWithOnePhoto_AtLeastOneSeesTheOther()
    {
        for (var round = 0; round < 25; round++)
        {
            using var registry = NewRegistry();
            var checker = Checker(registry);
            using var both = new Barrier(2);

            var reports = await Task.WhenAll(SignUp("a", "Ana Horvat"), SignUp("b", "Boris Kovac"));

            Assert.Contains(reports, report => report.Signal("image-reuse").Codes().Contains("photo-reused-under-other-name"));

            Task<AuthenticityReport> SignUp(string id, string name) => Task.Factory.StartNew(
                () =>
                {
                    both.SignalAndWait(CancellationToken.None);
                    return checker.CheckAndEnrollAsync(Member(id, name, Photo(round), Thin), Token).AsTask();
                },
                Token,
                TaskCreationOptions.LongRunning,
                TaskScheduler.Default).Unwrap();
        }
    }

    [Fact]
    public async Task CheckAndEnrollAsync_StoreThatFails_ThrowsAndReportsNothing() => await Assert.ThrowsAsync<IOException>(
        async () => await Checker(new BrokenRegistry()).CheckAndEnrollAsync(Member("a", "Ana Horvat", Photo(1)), Token));

    [Fact]
    public async Task CheckAsync_Logs_VerdictsAndNamesOfSignalsOnly()
    {
        using var registry = await Enrolled(Member("id-0815", "Ana Horvat", Photo(1), Established));
        var logger = new ListLogger();
        var broken = new OwnSignal((context, _) => throw new InvalidOperationException(context.Profile.DisplayName));
        IProfileAuthenticityChecker checker = new ProfileAuthenticityChecker(
            registry, NoDecoder.Fingerprinter, [ImageReuseSignal.Create(), broken], time: new FixedTime(Now), logger: logger);

        await checker.CheckAsync(Member("id-4711", "Boris Kovac", Photo(1), Thin), Token);

        Assert.Equal(2, logger.Lines.Count);
        Assert.All(logger.Lines, line => Assert.All(
            new[] { "id-4711", "id-0815", "Boris", "Horvat", Photo(1).Hash.ToString() },
            personal => Assert.DoesNotContain(personal, line, StringComparison.OrdinalIgnoreCase)));
        Assert.Contains(logger.Lines, line => line.Contains("own", StringComparison.Ordinal) && line.Contains("InvalidOperationException", StringComparison.Ordinal));
    }

    [Fact]
    public void Options_Defaults_ArePinned()
    {
        var options = new FakeProfileDetectorOptions();

        Assert.Same(DetectorWeights.Default, options.Weights);
        Assert.Equal((0.05, 0.3, 0.6, 0.1), (options.PriorProbability, options.SuspiciousThreshold, options.LikelyFakeThreshold, options.MinimumCoverage));
        Assert.Equal((16.0, 4.5), (options.ImageReuseCapBits, options.SignalCapBits));
        Assert.Equal((TimeSpan.FromSeconds(2), TimeSpan.FromSeconds(30)), (options.SignalTimeout, options.LookupTimeout));
        Assert.Empty(options.MayReachLikelyFake);
        Assert.Equal(
            (RecommendedAction.Review, RecommendedAction.Accept, RecommendedAction.Review, RecommendedAction.Report),
            (options.InsufficientEvidenceAction, options.NoAdverseEvidenceAction, options.SuspiciousAction, options.LikelyFakeAction));
    }

    [Fact]
    public void Options_WithoutSense_AreRefusedWithTheReason()
    {
        using var registry = NewRegistry();
        void Refused(FakeProfileDetectorOptions options, string part)
        {
            var exception = Assert.Throws<OptionsValidationException>(() => Checker(registry, options));
            Assert.Contains(part, exception.Message, StringComparison.Ordinal);
        }

        Refused(new() { Weights = null! }, "Weights");
        Refused(new() { PriorProbability = 0 }, "PriorProbability");
        Refused(new() { PriorProbability = double.NaN }, "PriorProbability");
        Refused(new() { PriorProbability = 0.4 }, "PriorProbability (0.4) must be below SuspiciousThreshold (0.3)");
        Refused(new() { SuspiciousThreshold = 0.7 }, "SuspiciousThreshold (0.7) must be below LikelyFakeThreshold (0.6)");
        Refused(new() { SignalTimeout = TimeSpan.Zero }, "SignalTimeout");
        Refused(new() { LookupTimeout = TimeSpan.FromMinutes(11) }, "LookupTimeout");
        Refused(new() { MayReachLikelyFake = { " " } }, "MayReachLikelyFake");
        Refused(new() { SignalCapBits = 0 }, "SignalCapBits");
        Refused(new() { LikelyFakeAction = (RecommendedAction)9 }, "action");
    }

    private sealed class OwnSignal(Func<ProfileContext, CancellationToken, ValueTask<SignalResult>> evaluate) : IProfileSignal
    {
        public string Name => "own";

        public ValueTask<SignalResult> EvaluateAsync(ProfileContext context, CancellationToken cancellationToken) => evaluate(context, cancellationToken);
    }

    private sealed class BrokenRegistry(ManualResetEventSlim? blocking = null) : IProfileRegistry
    {
        public RegistryStatus GetStatus() => new(isReady: true);

        public ValueTask LoadAsync(CancellationToken cancellationToken = default) => default;

        public ValueTask EnrollAsync(Profile profile, CancellationToken cancellationToken = default) => throw new IOException();

        public ValueTask<ErasureReceipt> EraseAsync(string profileId, CancellationToken cancellationToken = default) => throw new IOException();

        public ValueTask<RegisteredProfile?> FindAsync(string profileId, CancellationToken cancellationToken = default) => throw new IOException();

        public ValueTask<PhotoUseResult> FindPhotoUsesAsync(
            FakeProfileDetector.Photos.PhotoFingerprint photo, string? exceptProfileId = null, CancellationToken cancellationToken = default)
        {
            blocking?.Wait(CancellationToken.None);
            throw new IOException();
        }
    }
}
