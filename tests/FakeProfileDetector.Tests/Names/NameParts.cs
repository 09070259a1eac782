using FakeProfileDetector.Names;

namespace FakeProfileDetector.Tests.Names;

/// <summary>What tests look at in parsed and aligned names, as text.</summary>
internal static class NameParts
{
    extension(PersonName name)
    {
        internal IEnumerable<string> Words => name.Tokens.Select(token => token.Text);

        internal IEnumerable<string> Particles => name.Tokens.Where(token => token.IsParticle).Select(token => token.Text);

        internal IEnumerable<string> Initials => name.Tokens.Where(token => token.IsInitial).Select(token => token.Text);

        internal string? GivenCandidate => name.WordCount < 2 ? null : name.Tokens[name.GivenPosition].Text;

        internal string? FamilyCandidate => name.WordCount < 2 ? null : name.Tokens[name.FamilyPosition].Text;
    }

    /// <summary>
    /// The first name's words with their partners in the second, then the second name's words that are no word's partner: "=m:None"
    /// without one, "=eun:Joined" where a word of the first name joins it to the word before.
    /// </summary>
    internal static string Align(string a, string b)
    {
        var (first, second) = (PersonName.Parse(a), PersonName.Parse(b));
        var aligner = new NameAligner(first, second);
        var pairs = new List<string>();
        var isPartner = new bool[second.Tokens.Length];
        for (var i = 0; i < first.Tokens.Length; i++)
        {
            var agreement = aligner.Links.AgreementOf(i);
            Assert.Equal((aligner.OpenA >> i & 1) != 0, agreement == NameTokenAgreement.None);
            var partner = agreement == NameTokenAgreement.None ? string.Empty : second.Tokens[aligner.Links.PartnerOf(i)].Text;
            isPartner[aligner.Links.PartnerOf(i)] |= agreement != NameTokenAgreement.None;
            pairs.Add($"{first.Tokens[i].Text}={partner}:{agreement}");
        }

        var open = aligner.OpenB;
        pairs.AddRange(second.Tokens.Select((token, j) => (token.Text, Place: j)).Where(word => !isPartner[word.Place]).Select(word =>
            $"={word.Text}:{((open >> word.Place & 1) != 0 ? NameTokenAgreement.None : NameTokenAgreement.Joined)}"));
        return string.Join(' ', pairs);
    }
}
