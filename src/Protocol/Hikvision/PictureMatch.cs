namespace EdgeGateway.Protocol.Hikvision;

/// <summary>Tells which picture is which: by the names of its part, and what is left by order (plate-camera.md sections 3.1, 3.2, F13).</summary>
internal static class PictureMatch
{
    public static IReadOnlyList<IsapiPicture> Match(IReadOnlyList<IsapiPicture> pictures, IReadOnlyList<PictureInfo> announced)
    {
        var open = announced.Where(info => !info.IsReference).ToList();
        var result = pictures.ToArray();
        Pass(result, open, static (picture, info) => Same(picture.Name, info.FileName) || Same(picture.FileName, info.FileName));
        Pass(result, open, static (picture, info) => Same(Stem(picture.Name), info.Type) || Same(Stem(picture.FileName), info.Type));
        Pass(result, open, static (_, _) => true);
        return result;
    }

    private static void Pass(IsapiPicture[] pictures, List<PictureInfo> open, Func<IsapiPicture, PictureInfo, bool> fits)
    {
        for (int i = 0; i < pictures.Length; i++)
        {
            var picture = pictures[i];
            if (picture.Info is null && open.Find(info => fits(picture, info)) is { } found)
            {
                open.Remove(found);
                pictures[i] = picture with { Info = found };
            }
        }
    }

    private static bool Same(string? part, string? announced) =>
        part is not null && announced is not null && part.Equals(announced, StringComparison.OrdinalIgnoreCase);

    private static string? Stem(string? name) => name is null || name.LastIndexOf('.') is var dot && dot < 0 ? name : name[..dot];
}
