using System.Text;
using EdgeGateway.Configuration;
using EdgeGateway.Drivers.Abstractions;

namespace EdgeGateway.CommandLine;

/// <summary>Where the bytes come from: the command line, a file as it is, or stdin with hex in lines.</summary>
internal static class DecodeInputs
{
    /// <summary>64 MB: twice the largest message any device may send.</summary>
    private const int Limit = 64 * 1024 * 1024;

    /// <param name="request">What was typed.</param>
    /// <param name="stdin">Read when the request names neither hex nor file.</param>
    /// <param name="decoder">Whether it takes hex in lines, a line as it is, or all of it.</param>
    public static IEnumerable<DecodeInput> Of(DecodeRequest request, Stream stdin, IProtocolDecoder decoder) =>
        request.Hex is { } hex ? [HexText.Read(hex)]
        : request.File is { } file ? [OfFile(file)]
        : decoder.TakesAll ? OfAll(stdin)
        : decoder.TakesText ? OfTexts(stdin)
        : OfLines(stdin);

    private static DecodeInput OfFile(string path)
    {
        var content = BoundedFile.Read(path, Limit);
        return content.Outcome switch
        {
            BoundedFileOutcome.Unreadable => new DecodeInput(default, "file-not-readable", "the file cannot be read"),
            BoundedFileOutcome.TooLarge => new DecodeInput(default, "too-large", "the file is larger than 64 MB"),
            _ => new DecodeInput(content.Bytes),
        };
    }

    private static IEnumerable<DecodeInput> OfAll(Stream stdin)
    {
        var lines = OfTexts(stdin).ToList();
        var whole = new MemoryStream();
        foreach (var line in lines)
        {
            whole.Write(line.Bytes.Span);
            whole.Write("\r\n"u8);
        }

        return lines.Where(line => line.Fault is not null).Append(new DecodeInput(whole.ToArray()));
    }

    private static IEnumerable<DecodeInput> OfTexts(Stream stdin) => BoundedLines.Of(stdin, Limit).Select(line =>
        line is null ? new DecodeInput(default, "too-large", "the line is longer than 64 MB") : new DecodeInput(Encoding.UTF8.GetBytes(line.TrimEnd('\r'))));

    /// <summary>Empty lines and lines that begin with # are passed over, so that captures can be piped in as they are.</summary>
    private static IEnumerable<DecodeInput> OfLines(Stream stdin)
    {
        foreach (string? line in BoundedLines.Of(stdin, 2 * Limit))
        {
            if (line is null)
            {
                yield return new DecodeInput(default, "too-large", "the line is longer than 64 MB in hex");
            }
            else if (line.AsSpan().Trim() is [not '#', ..])
            {
                yield return HexText.Read(line);
            }
        }
    }
}
