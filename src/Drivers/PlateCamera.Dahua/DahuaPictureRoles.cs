using EdgeGateway.Protocol.Dahua;

namespace EdgeGateway.Drivers.PlateCamera.Dahua;

/// <summary>What each picture shows: by its name in a push, by its size on a stream, where the largest is the scene (plate-camera.md section 7).</summary>
internal static class DahuaPictureRoles
{
    /// <summary>Crops of people do not leave the gateway (contract section 2).</summary>
    public const string Person = "person";

    private static readonly string[] s_people = ["face", "driver", "pilot", "human", "person", "seat"];

    public static string[] Of(IReadOnlyList<DahuaPicture> pictures) =>
        pictures.Any(picture => picture.Name is not null) ? [.. pictures.Select(ByName)] : BySize(pictures);

    private static string ByName(DahuaPicture picture) => picture.Name?.ToLowerInvariant() switch
    {
        "normalpic" => "scene",
        "cutoutpic" => "plate",
        "vehiclepic" => "vehicle",
        { } name when s_people.Any(name.Contains) => Person,
        _ => "other",
    };

    private static string[] BySize(IReadOnlyList<DahuaPicture> pictures)
    {
        var roles = new string[pictures.Count];
        Array.Fill(roles, "other");
        int[] order = [.. Enumerable.Range(0, pictures.Count).OrderByDescending(i => pictures[i].Content.Length)];
        if (order.Length > 0)
        {
            roles[order[0]] = "scene";
        }

        if (order.Length > 1)
        {
            roles[order[^1]] = "plate";
        }

        return roles;
    }
}
