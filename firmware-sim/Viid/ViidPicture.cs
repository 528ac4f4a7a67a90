using System.Security.Cryptography;
using EdgeGateway.Sim.Traffic;

namespace EdgeGateway.Sim.Viid;

/// <param name="Type">Image type code (section 2.6).</param>
/// <param name="Content">The bytes.</param>
/// <param name="Width">Pixels.</param>
/// <param name="Height">Pixels.</param>
public sealed record ViidPicture(string Type, byte[] Content, int Width, int Height)
{
    /// <summary>64 lower-case hex digits.</summary>
    public string Sha256 { get; } = Convert.ToHexStringLower(SHA256.HashData(Content));

    public static IReadOnlyList<ViidPicture> Of(Passage passage, ViidPictureProfile profile)
    {
        var random = new SeededRandom(passage.Seed);
        var pictures = new ViidPicture[profile.Count];
        for (int i = 0; i < pictures.Length; i++)
        {
            bool plate = i == 1;
            (int least, int most) = plate ? profile.PlateBytes : profile.SceneBytes;
            (int width, int height) = plate ? (240, 80) : (profile.Width, profile.Height);
            int bytes = random.Between(least, most);
            pictures[i] = new ViidPicture(i switch { 0 => "01", 1 => "02", _ => "09" }, PseudoJpeg.Make(random.Next(), bytes, width, height), width, height);
        }

        return pictures;
    }
}
