namespace EdgeGateway.Tests.House;

/// <summary>No file over 300 lines (tests 400), no method over 40.</summary>
internal static class SizeLaw
{
    public const int MostMethodLines = 40;

    public static IEnumerable<string> Files(IEnumerable<SourceFile> files, int most) =>
        files.Where(file => file.Lines > most).Select(file => $"{file.Path}: {file.Lines} lines, at most {most}");

    public static IEnumerable<string> Methods(IEnumerable<SourceFile> files) =>
        from file in files
        from member in Members.Of(file)
        where member.Lines > MostMethodLines
        select $"{file.Path}:{member.Line}: {member.Lines} lines, at most {MostMethodLines}";
}
