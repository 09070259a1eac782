using System.Collections.Immutable;
using FakeProfileDetector.Names;
using FakeProfileDetector.Registry;

namespace FakeProfileDetector.Signals.NameMismatch;

internal sealed class NameMismatchEvaluator(NameMismatchOptions options) : IBuiltInSignal
{
    public string Name => NameMismatchSignal.SignalName;

    public BuiltInEvidence Evidence => BuiltInEvidence.Names;

    public async ValueTask<SignalResult> EvaluateAsync(ProfileContext context, CancellationToken cancellationToken)
    {
        var name = PersonName.Parse(context.Profile.DisplayName);
        if (name.Tokens.IsEmpty)
        {
            return SignalResult.Abstain(new("no-name", "The profile shows no name."));
        }

        var bits = 0.0;
        var reasons = ImmutableArray.CreateBuilder<Reason>();
        if (context.Photo?.IsUsable == true)
        {
            var shared = await context.GetSharedPhotoAsync(cancellationToken).ConfigureAwait(false);
            if (shared.Kind == SharedPhotoKind.Contested)
            {
                bits += NameConflict.EvidenceBits(shared.Conflict);
                reasons.Add(new("names-conflict-on-shared-photo", Sentence(shared.Conflict))
                {
                    Facts = ImmutableSortedDictionary<string, string>.Empty.Add("nameRelation", shared.Conflict.ToCode()),
                });
            }
        }

        switch (HandleAgreement.Of(name, context.Profile))
        {
            case true:
                bits += options.HandleAgreementBits;
                reasons.Add(new("handle-agrees-with-name", "The handle repeats part of the display name."));
                break;
            case false:
                reasons.Add(new("handle-differs-from-name", "The handle shares nothing with the display name, which is common and weighs nothing."));
                break;
        }

        return reasons.Count == 0
            ? SignalResult.Abstain(new("no-name-to-compare", "There is no second name to compare with."))
            : SignalResult.Evidence(bits, reasons.ToArray());
    }

    private static string Sentence(NameRelation relation) => relation switch
    {
        NameRelation.Disjoint => "A profile with the same photo goes by a name that has no word in common.",
        NameRelation.PartialConflict => "A profile with the same photo goes by a name that contradicts in part.",
        NameRelation.SharesFamilyName => "A profile with the same photo shares the family name only.",
        NameRelation.SharesGivenName => "A profile with the same photo shares the given name only.",
        _ => "Profiles with the same photo go by names that contradict each other.",
    };
}
