using System.Security.Cryptography;
using EdgeGateway.Sim.Traffic;

namespace EdgeGateway.Sim.Cameras;

/// <param name="Name">As the XML announces it, for example <c>detectionPicture.jpg</c>.</param>
/// <param name="Content">The bytes.</param>
public sealed record CameraPicture(string Name, byte[] Content)
{
    /// <summary>64 lower-case hex digits.</summary>
    public string Sha256 { get; } = Convert.ToHexStringLower(SHA256.HashData(Content));

    /// <returns>The pictures of one passage in the order the camera sends them: plate crop first (T01).</returns>
    public static IReadOnlyList<CameraPicture> Of(Passage passage, PictureProfile profile)
    {
        var random = new SeededRandom(passage.Seed);
        var pictures = new CameraPicture[profile.Count];
        for (int i = 0; i < pictures.Length; i++)
        {
            string name = NameOf(i, pictures.Length);
            bool crop = name == "licensePlatePicture.jpg";
            (int least, int most) = crop ? profile.PlateBytes : profile.SceneBytes;
            int bytes = random.Between(least, most);
            pictures[i] = new CameraPicture(name, crop
                ? PseudoJpeg.Make(random.Next(), bytes, 240, 80)
                : PseudoJpeg.Make(random.Next(), bytes, profile.Width, profile.Height));
        }

        return pictures;
    }

    private static string NameOf(int index, int count) => (index, count) switch
    {
        (0, 1) => "detectionPicture.jpg",
        (0, _) => "licensePlatePicture.jpg",
        (1, _) => "detectionPicture.jpg",
        (2, _) => "vehiclePicture.jpg",
        _ => $"detectionPicture_{index - 2}.jpg",
    };
}
