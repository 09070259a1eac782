using System.Collections.Immutable;
using FakeProfileDetector.Names;
using FakeProfileDetector.Reasons;
using FakeProfileDetector.SharedPhotos;

namespace FakeProfileDetector.Signals.NameMismatch;

internal sealed class NameMismatchEvaluator(NameMismatchOptions options) : IBuiltInSignal
{
    public string Name => NameMismatchSignal.SignalName;

    public BuiltInEvidence Evidence => BuiltInEvidence.Names;

    public ValueTask<SignalResult> EvaluateAsync(ProfileContext context, CancellationToken cancellationToken) => new(Evaluate(context));

    private SignalResult Evaluate(ProfileContext context)
    {
        var name = PersonName.Parse(context.Profile.DisplayName);
        if (name.Tokens.IsEmpty)
        {
            return SignalResult.Abstain(new(ReasonCodes.NoName, "The profile shows no name."));
        }

        var findings = new Findings();
        if (context.SharedPhoto is { Kind: SharedPhotoKind.Contested } shared)
        {
            findings.Add(shared.NameBits, new(ReasonCodes.NamesConflictOnSharedPhoto, Sentence(shared.Conflict))
            {
                Facts = ImmutableSortedDictionary<string, string>.Empty.Add("nameRelation", shared.Conflict.ToCode()),
            });
        }

        AddOwnName(name, context, findings);
        return findings.Reasons.Count == 0
            ? SignalResult.Abstain(new(ReasonCodes.NoNameToCompare, "There is no second name to compare with."))
            : SignalResult.Evidence(findings.Bits, [.. findings.Reasons]);
    }

    /// <summary>What the profile says of its own name: weak evidence, and never enough to accuse.</summary>
    private void AddOwnName(PersonName name, ProfileContext context, Findings findings)
    {
        if (name.UsesLookAlikes)
        {
            findings.Add(options.LookAlikeLettersBits, new(ReasonCodes.NameLookAlikeLetters, "The display name mixes letters of two scripts that look alike."));
        }

        AddHandle(HandleComparer.Of(name, context.Profile.Handle), (ReasonCodes.HandleAgreesWithName, ReasonCodes.HandleDiffersFromName, ReasonCodes.HandleNamesAnother), "The handle", findings);
        AddHandle(HandleComparer.Of(name, context.Profile.EmailLocalPart), (ReasonCodes.EmailAgreesWithName, ReasonCodes.EmailDiffersFromName, ReasonCodes.EmailNamesAnother), "The e-mail address", findings);

        var relations = context.Profile.NamesInOtherFields
            .Select(other => NameComparer.Compare(name, PersonName.Parse(other)).Relation).ToArray();
        if (relations.Any(relation => relation is NameRelation.Disjoint or NameRelation.PartialConflict))
        {
            findings.Add(options.OtherNameInFieldBits, new(ReasonCodes.NameInFieldDiffers, "A name in another field of the profile contradicts the display name."));
        }
        else if (relations.Any(relation => relation.IsCompatible()))
        {
            findings.Add(0, new(ReasonCodes.NameInFieldAgrees, "A name in another field of the profile agrees with the display name, which weighs nothing."));
        }
    }

    private void AddHandle(
        HandleAgreement agreement, (string Agrees, string Differs, string NamesAnother) codes, string subject, Findings findings)
    {
        switch (agreement)
        {
            case HandleAgreement.Agrees:
                findings.Add(options.HandleAgreementBits, new(codes.Agrees, $"{subject} repeats part of the display name."));
                break;
            case HandleAgreement.Differs:
                findings.Add(0, new(codes.Differs, $"{subject} shares nothing with the display name, which is common and weighs nothing."));
                break;
            case HandleAgreement.NamesAnother:
                findings.Add(options.OtherNameInHandleBits, new(codes.NamesAnother, $"{subject} spells out another name than the one shown."));
                break;
        }
    }

    private static string Sentence(NameRelation relation) => relation switch
    {
        NameRelation.Disjoint => "A profile with the same photo goes by a name that has no word in common.",
        NameRelation.PartialConflict => "A profile with the same photo goes by a name that contradicts in part.",
        NameRelation.SharesFamilyName => "A profile with the same photo shares the family name only.",
        NameRelation.SharesGivenName => "A profile with the same photo shares the given name only.",
        _ => "Profiles with the same photo go by names that contradict each other.",
    };

    private sealed class Findings
    {
        internal double Bits { get; private set; }

        internal List<Reason> Reasons { get; } = [];

        internal void Add(double bits, Reason reason)
        {
            Bits += bits;
            Reasons.Add(reason);
        }
    }
}
