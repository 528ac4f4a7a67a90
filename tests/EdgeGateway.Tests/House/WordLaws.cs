using System.Text.RegularExpressions;

namespace EdgeGateway.Tests.House;

/// <summary>What must not be written, and where.</summary>
internal static partial class WordLaws
{
    /// <summary>Rooms that serve all devices alike; vendor words stop at a driver's mapping.</summary>
    private static readonly string[] s_vendorless = ["Pipeline", "Store", "Uplink", "Devices", "Commands", "Linkage", "Telemetry"];

    private static readonly string[] s_generators = ["GeneratedRegex", "LoggerMessage", "JsonSerializerContext", "LibraryImport"];

    /// <summary>An exception in it ends the process.</summary>
    public static IEnumerable<string> AsyncVoid(IEnumerable<SourceFile> files) => Find(files, file => file.Code, AsyncVoidWords());

    /// <summary>One type, one file: the second half of a type hides from its reader. Source generators need it.</summary>
    public static IEnumerable<string> Partial(IEnumerable<SourceFile> files) =>
        files.Where(file => PartialWord().IsMatch(file.Code) && !s_generators.Any(generator => file.Code.Contains(generator, StringComparison.Ordinal)))
            .Select(file => $"{file.Path}: partial without a source generator");

    public static IEnumerable<string> Vendors(IEnumerable<SourceFile> files) =>
        Find(files.Where(file => s_vendorless.Contains(file.Room)), file => file.Text, VendorNames());

    public static IEnumerable<string> Unfinished(IEnumerable<SourceFile> files) => Find(files, file => file.Text, UnfinishedWords());

    /// <param name="files">Any text files.</param>
    /// <param name="root">Where this tree happens to lie.</param>
    public static IEnumerable<string> MachinePaths(IReadOnlyList<SourceFile> files, string root)
    {
        string[] here = [root, Path.GetDirectoryName(root) ?? string.Empty];
        string[] telling = [.. here.Where(path => path.Count(letter => letter is '/' or '\\') > 1)];
        return Find(files, file => file.Text, HomeFolders())
            .Concat(files.Where(file => telling.Any(path => file.Text.Contains(path, StringComparison.Ordinal))).Select(file => $"{file.Path}: names the folder this tree lies in"));
    }

    private static IEnumerable<string> Find(IEnumerable<SourceFile> files, Func<SourceFile, string> text, Regex words) =>
        from file in files
        from Match found in words.Matches(text(file))
        select $"{file.Path}:{file.LineAt(found.Index)}: {found.Value.Trim()}";

    [GeneratedRegex("\\basync\\s+void\\b")]
    private static partial Regex AsyncVoidWords();

    [GeneratedRegex("\\bpartial\\s+(class|struct|record|interface)\\b")]
    private static partial Regex PartialWord();

    [GeneratedRegex("hikvision|dahua|uniview|hytera|milesight|(?<![a-z])(dji|isapi|nuctech)(?![a-z])", RegexOptions.IgnoreCase)]
    private static partial Regex VendorNames();

    // Written so that this file does not contain what it looks for.
    [GeneratedRegex("\\bTO[D]O\\b|\\bFIX[M]E\\b|\\bXX[X]\\b|\\bNotImplemente[d]Exception\\b")]
    private static partial Regex UnfinishedWords();

    [GeneratedRegex("(?<![\\w.~$}-])/(home|Users|root)/(?![<$*])[\\w.-]+|\\b[A-Z]:\\\\Users\\\\")]
    private static partial Regex HomeFolders();
}
