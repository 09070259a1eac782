namespace FakeProfileDetector.Names;

/// <summary>Comparing names of which at least one is not one person's: such a name contradicts nobody's and reconciles nobody's.</summary>
/// <remarks>Names of the same words agree as ever, and a couple's name agrees with each of the two people's.</remarks>
internal static class NobodysNames
{
    internal static NameComparison Compare(PersonName a, PersonName b)
    {
        var whole = new NameJudgment(a, b).ToComparison();
        if (whole.Relation.IsCompatible() && HaveSameWords(a, b))
        {
            return whole;
        }

        var best = new NameComparison(NameRelation.NotComparable, 0, Observe(a) | Observe(b));
        for (var i = 0; i < PeopleIn(a); i++)
        {
            for (var j = 0; j < PeopleIn(b); j++)
            {
                var comparison = new NameJudgment(PersonIn(a, i), PersonIn(b, j)).ToPartComparison();
                if (comparison.Relation.IsCompatible() && (best.Relation == NameRelation.NotComparable || comparison.Relation < best.Relation
                    || (comparison.Relation == best.Relation && comparison.WeightBits < best.WeightBits)))
                {
                    best = comparison;
                }
            }
        }

        return best;
    }

    private static int PeopleIn(PersonName name) => name.Kind == NameKind.Person ? 1 : name.People.Length;

    private static PersonName PersonIn(PersonName name, int position) => name.Kind == NameKind.Person ? name : name.People[position];

    private static bool HaveSameWords(PersonName a, PersonName b)
    {
        if (a.Tokens.Length != b.Tokens.Length)
        {
            return false;
        }

        for (var i = 0; i < a.Tokens.Length; i++)
        {
            if (a.Tokens[i].Written != b.Tokens[i].Written)
            {
                return false;
            }
        }

        return true;
    }

    private static NameObservations Observe(PersonName name) => name.Kind switch
    {
        NameKind.Organization => NameObservations.Organization,
        NameKind.Couple => NameObservations.SeveralPeople,
        NameKind.Role => NameObservations.Role,
        NameKind.Fan => NameObservations.FanPage,
        NameKind.Placeholder => NameObservations.Placeholder,
        _ => name.IsHandle ? NameObservations.Handle : name.Tokens.IsEmpty ? NameObservations.NoName : NameObservations.None,
    } | (name.UsesLookAlikes ? NameObservations.LookAlikes : NameObservations.None);
}
