namespace FakeProfileDetector.Sharing.Histories;

/// <summary>What sort of account a holder has.</summary>
internal enum AccountKind
{
    /// <summary>A genuine account of less than two months, with counts to match.</summary>
    New,

    /// <summary>A genuine account older than a year or of unknown age, among the emptiest quarter of its set.</summary>
    Quiet,

    /// <summary>A genuine account older than a year or of unknown age, about as full as most.</summary>
    Middling,

    /// <summary>A genuine account older than a year or of unknown age, fuller than most.</summary>
    Established,

    /// <summary>A genuine account among the fullest tenth: a public figure's, or one that a thief has bought.</summary>
    Rich,

    /// <summary>A fake account of less than two months.</summary>
    NewFake,

    /// <summary>A fake account that is no newcomer, or of unknown age.</summary>
    OldFake,
}
