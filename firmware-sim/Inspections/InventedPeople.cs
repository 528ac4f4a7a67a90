namespace EdgeGateway.Sim.Inspections;

/// <summary>
/// People who do not exist, for records of opened parcels: a gateway must not let any of this through, in whatever member it stands.
/// </summary>
public static class InventedPeople
{
    public const string Name = "Tester Nobody";

    public const string NameInHan = "\u67d0\u67d0\u67d0";

    /// <summary>Of the right form; no such district exists.</summary>
    public const string IdNumber = "990099190001010000";

    public const string Age = "9900717";

    public const string Sex = "sex-not-told";

    public const string Checker = "checker-4711-invented";

    /// <summary>Everything that a search must not find.</summary>
    public static readonly IReadOnlyList<string> Everything = [Name, NameInHan, IdNumber, Age, Sex, Checker];
}
