namespace EdgeGateway.CommandLine;

/// <summary>Which of the two languages a person gets: <c>--lang</c>, else the locale, else English.</summary>
internal static class Language
{
    public const string English = "en";

    public const string Chinese = "zh";

    /// <summary>Asked before parsing, because the help itself is in a language.</summary>
    public static string Of(IReadOnlyList<string> args, IReadOnlyDictionary<string, string> environment) =>
        Asked(args) ?? (Locale(environment).StartsWith(Chinese, StringComparison.OrdinalIgnoreCase) ? Chinese : English);

    private static string? Asked(IReadOnlyList<string> args)
    {
        for (int i = 0; i < args.Count; i++)
        {
            string? value = args[i] == "--lang" && i + 1 < args.Count ? args[i + 1]
                : args[i].StartsWith("--lang=", StringComparison.Ordinal) ? args[i]["--lang=".Length..]
                : null;
            if (value is English or Chinese)
            {
                return value;
            }
        }

        return null;
    }

    /// <summary>The order of POSIX: the first that is set and not empty counts.</summary>
    private static string Locale(IReadOnlyDictionary<string, string> environment) =>
        new[] { "LC_ALL", "LC_MESSAGES", "LANG" }
            .Select(name => environment.GetValueOrDefault(name))
            .FirstOrDefault(value => !string.IsNullOrEmpty(value)) ?? string.Empty;
}
