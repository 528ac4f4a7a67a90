using System.Text;
using EdgeGateway.Sim.Cameras;
using EdgeGateway.Sim.Traffic;
using EdgeGateway.Sim.Twins.PlateCamera.Hikvision;

namespace EdgeGateway.Tests.FirmwareSim.Support;

/// <summary>One known passage, said by cameras of different profiles.</summary>
internal static class Camera
{
    public static readonly DateTimeOffset At = new(2024, 11, 22, 3, 32, 0, 120, TimeSpan.Zero);

    public static readonly Encoding Gbk = CodePagesEncodingProvider.Instance.GetEncoding(936)!;

    public static readonly CameraProfile Small = new()
    {
        Pictures = new PictureProfile { Count = 2, SceneBytes = (900, 1500), PlateBytes = (300, 400) },
    };

    public static Passage Passage(PlateKind kind = PlateKind.CivilBlue, string plate = "苏A3HK57") => new()
    {
        Index = 7,
        Uuid = "00000000-0000-4000-8000-000000000001",
        At = At,
        Plate = new Plate(kind, plate),
        Lane = 2,
        SpeedKmh = 57,
        Colour = "white",
        Confidence = 97,
        Seed = 99,
    };

    public static CameraStatement Say(CameraProfile profile, bool waited = false) =>
        new CameraVoice("cam-01", profile, stream: false).Say(Passage(), waited, TimeSpan.Zero);

    /// <summary>The one message of that profile, each byte as one character.</summary>
    public static string Raw(CameraProfile profile) => Encoding.Latin1.GetString(Say(profile).Messages[0]);

    public static string Utf8(CameraProfile profile) => Encoding.UTF8.GetString(Say(profile).Messages[0]);
}
