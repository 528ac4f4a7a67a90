namespace EdgeGateway.Protocol.Pdt;

/// <summary>The national rule inside one NP: the last five digits of a number and the last fifteen bits of an address.</summary>
internal static class NationalNumbers
{
    private const int First = 1;
    private const int FirstSmall = 0x3C29;
    private const int LargeFleet = 700;
    private const int SmallFleet = 350;
    private const int GroupsOfFleet = 100;

    // 90 and what follows has no fleet: these are the graded groups.
    private const int FirstGraded = 7001;
    private const int OfGrade = 1000;

    /// <param name="rest">FN and IN.</param>
    public static int? Individual(int rest) => (rest / 1000, rest % 1000) switch
    {
        ( >= 20 and <= 41 and var fleet, >= 200 and <= 899 and var one) => ((fleet - 20) * LargeFleet) + (one - 200) + First,
        ( >= 42 and <= 89 and var fleet, >= 200 and <= 549 and var one) => ((fleet - 42) * SmallFleet) + (one - 200) + FirstSmall,
        _ => null,
    };

    /// <param name="rest">FN and GN.</param>
    public static int? Group(int rest) => (rest / 1000, rest % 1000) switch
    {
        ( >= 20 and <= 89 and var fleet, >= 900 and <= 999 and var one) => ((fleet - 20) * GroupsOfFleet) + (one - 900) + First,
        _ => null,
    };

    /// <param name="rest">9G xxx.</param>
    public static int GradedGroup(int rest) => ((rest / OfGrade % 10) * OfGrade) + FirstGraded + (rest % OfGrade);

    /// <returns>G of 9G xxx; null for other numbers.</returns>
    public static int? Grade(int rest) => rest is >= 90_000 and <= 99_999 ? rest / OfGrade % 10 : null;

    public static int? IndividualAt(int offset) => offset switch
    {
        < First => null,
        < FirstSmall => ((20 + ((offset - First) / LargeFleet)) * 1000) + 200 + ((offset - First) % LargeFleet),
        < FirstSmall + (48 * SmallFleet) => ((42 + ((offset - FirstSmall) / SmallFleet)) * 1000) + 200 + ((offset - FirstSmall) % SmallFleet),
        _ => null,
    };

    public static int? GroupAt(int offset) => offset switch
    {
        < First => null,
        < FirstGraded => ((20 + ((offset - First) / GroupsOfFleet)) * 1000) + 900 + ((offset - First) % GroupsOfFleet),
        < FirstGraded + (10 * OfGrade) => 90_000 + (offset - FirstGraded),
        _ => null,
    };
}
