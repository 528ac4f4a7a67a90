using System.Collections;
using System.Text;

namespace EdgeGateway.CommandLine;

/// <summary>Where a verb reads and writes. Results go to <see cref="Out"/>, everything else to <see cref="Error"/>.</summary>
public sealed record Terminal
{
    /// <summary>UTF-8, as received.</summary>
    public required Stream In { get; init; }

    public required TextWriter Out { get; init; }

    public required TextWriter Error { get; init; }

    public required IReadOnlyDictionary<string, string> Environment { get; init; }

    /// <summary>UTF-8 whatever the locale says, because machines read it; <see cref="Out"/> is flushed by whoever writes.</summary>
    public static Terminal OfThisProcess() => new()
    {
        In = Console.OpenStandardInput(),
        Out = new StreamWriter(Console.OpenStandardOutput(), new UTF8Encoding(encoderShouldEmitUTF8Identifier: false), 16 * 1024) { NewLine = "\n" },
        Error = new StreamWriter(Console.OpenStandardError(), new UTF8Encoding(encoderShouldEmitUTF8Identifier: false)) { AutoFlush = true, NewLine = "\n" },
        Environment = System.Environment.GetEnvironmentVariables().Cast<DictionaryEntry>().ToDictionary(
            entry => (string)entry.Key, entry => entry.Value as string ?? string.Empty, StringComparer.Ordinal),
    };
}
