namespace EdgeGateway.Drivers.Cabinet;

/// <summary>How bad it is, mildest first.</summary>
internal static class CabinetSeverity
{
    public const string Notice = "notice";
    public const string Minor = "minor";
    public const string Major = "major";
    public const string Critical = "critical";

    private static readonly string[] s_order = [Notice, Minor, Major, Critical];

    public static bool IsWorse(string one, string other) => Array.IndexOf(s_order, one) > Array.IndexOf(s_order, other);
}
