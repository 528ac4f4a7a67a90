using System.Diagnostics.CodeAnalysis;
using System.Text.Json;
using EdgeGateway.Drivers.Abstractions.Settings;

namespace EdgeGateway.Configuration;

/// <summary>The bytes of <c>gateway.json</c>: bounded, without a byte order mark, and known to be JSON.</summary>
internal static class ConfigurationFile
{
    /// <summary>4 MB: a site of 60 devices needs 60 KB.</summary>
    public const int Limit = 4 * 1024 * 1024;

    private static readonly JsonDocumentOptions s_options = new() { CommentHandling = JsonCommentHandling.Skip, AllowTrailingCommas = true };

    private static ReadOnlySpan<byte> ByteOrderMark => [0xEF, 0xBB, 0xBF];

    /// <param name="path">The file.</param>
    /// <param name="document">The parsed file; texts in it are valid Unicode.</param>
    /// <param name="finding">Why there is none.</param>
    public static bool TryRead(string path, [NotNullWhen(true)] out JsonDocument? document, [NotNullWhen(false)] out Finding? finding)
    {
        document = null;
        string name = Path.GetFileName(path);
        var content = BoundedFile.Read(path, Limit);
        finding = content.Outcome switch
        {
            BoundedFileOutcome.Unreadable => new Finding(name, "file-not-readable", ConfigurationWords.FileNotReadable, ConfigurationWords.NameTheFile),
            BoundedFileOutcome.TooLarge => new Finding(name, "file-too-large", ConfigurationWords.FileTooLarge, ConfigurationWords.AtMost(Quantity.Write(Limit))),
            _ => null,
        };
        if (finding is not null)
        {
            return false;
        }

        var text = content.Bytes.Span.StartsWith(ByteOrderMark) ? content.Bytes[ByteOrderMark.Length..] : content.Bytes;
        finding = JsonSyntax.Check(text.Span, name);
        document = finding is null ? JsonDocument.Parse(text, s_options) : null;
        return finding is null && document is not null;
    }
}
