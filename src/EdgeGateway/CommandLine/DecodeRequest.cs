using System.Text;
using System.Text.Unicode;
using EdgeGateway.Configuration;

namespace EdgeGateway.CommandLine;

/// <summary>What was typed behind <c>decode</c>.</summary>
/// <param name="Protocol">Protocol name.</param>
/// <param name="Hex">Hex digits, or null.</param>
/// <param name="File">Path, or null.</param>
/// <param name="Opts">Each <c>k=v</c>.</param>
internal sealed record DecodeRequest(string Protocol, string? Hex, string? File, IReadOnlyList<string> Opts)
{
    private const int LargestFile = 4 * 1024 * 1024;

    /// <param name="options">As typed.</param>
    /// <param name="names">Those whose value is the path of a file.</param>
    /// <returns>The same with the content of the files; null when one cannot be read.</returns>
    public static IReadOnlyDictionary<string, string>? WithFiles(IReadOnlyDictionary<string, string> options, IReadOnlyList<string> names)
    {
        var read = options.ToDictionary(StringComparer.Ordinal);
        foreach (string name in names.Where(options.ContainsKey))
        {
            var content = BoundedFile.Read(options[name], LargestFile);
            if (content.Outcome != BoundedFileOutcome.Read || !Utf8.IsValid(content.Bytes.Span))
            {
                return null;
            }

            read[name] = Encoding.UTF8.GetString(content.Bytes.Span).TrimStart('\uFEFF');
        }

        return read;
    }

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
