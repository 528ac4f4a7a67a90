using EdgeGateway.Protocol.Contract;

namespace EdgeGateway.Pipeline.HotList;

/// <summary>Whose lists there are: a library's is called as its device; the platform's are <c>@</c> and a name, which no device can have.</summary>
public static class HotListOrigins
{
    /// <summary>The list meant by a command or file that names none.</summary>
    public const string StandardList = "platform";

    private const char Platforms = '@';

    /// <returns>Null when the name cannot be one.</returns>
    public static string? OfList(string name) => NameRule.IsName(name) ? Platforms + name : null;

    public static bool IsPlatforms(string origin) => origin.StartsWith(Platforms);
}
