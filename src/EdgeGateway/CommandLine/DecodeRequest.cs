namespace EdgeGateway.CommandLine;

/// <summary>What was typed behind <c>decode</c>.</summary>
/// <param name="Protocol">Protocol name.</param>
/// <param name="Hex">Hex digits, or null.</param>
/// <param name="File">Path, or null.</param>
/// <param name="Opts">Each <c>k=v</c>.</param>
internal sealed record DecodeRequest(string Protocol, string? Hex, string? File, IReadOnlyList<string> Opts)
{
    /// <returns>Options by name, the last of a name counts; null when one is not <c>k=v</c>.</returns>
    public IReadOnlyDictionary<string, string>? Options()
    {
        var options = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (string opt in Opts)
        {
            int equals = opt.IndexOf('=', StringComparison.Ordinal);
            if (equals < 1)
            {
                return null;
            }

            options[opt[..equals]] = opt[(equals + 1)..];
        }

        return options;
    }
}
