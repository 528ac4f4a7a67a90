using System.Text.RegularExpressions;

namespace EdgeGateway.Sim.Settings;

/// <summary>Puts environment variables into texts, so that a script can choose the ports of a scenario.</summary>
public static partial class Variables
{
    /// <param name="text">May hold <c>${NAME}</c> and <c>${NAME:-default}</c>.</param>
    /// <param name="missing">The first variable that is neither set nor has a default.</param>
    /// <returns>The text with all of them replaced, or null when one is missing.</returns>
    public static string? Expand(string text, out string? missing)
    {
        string? unset = null;
        string expanded = Reference().Replace(text, match =>
        {
            string? value = Environment.GetEnvironmentVariable(match.Groups["name"].Value);
            if (string.IsNullOrEmpty(value) && !match.Groups["default"].Success)
            {
                unset ??= match.Groups["name"].Value;
            }

            return string.IsNullOrEmpty(value) ? match.Groups["default"].Value : value;
        });
        missing = unset;
        return unset is null ? expanded : null;
    }

    [GeneratedRegex(@"\$\{(?<name>[A-Za-z_][A-Za-z0-9_]*)(:-(?<default>[^}]*))?\}", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex Reference();
}
