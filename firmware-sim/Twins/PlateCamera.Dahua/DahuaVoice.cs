using System.Buffers;
using System.Globalization;
using System.Text;
using EdgeGateway.Sim.Cameras;
using EdgeGateway.Sim.Ledger;
using EdgeGateway.Sim.Traffic;

namespace EdgeGateway.Sim.Twins.PlateCamera.Dahua;

/// <summary>Says a passage in the words of one camera: the bytes, and the truth they carry.</summary>
public sealed class DahuaVoice(string device, CameraProfile profile, DahuaProfile own)
{
    public const string StreamType = "multipart/x-mixed-replace; boundary=myboundary";

    private static readonly byte[] s_heartbeat = "--myboundary\r\nContent-Type: text/plain\r\nContent-Length:9\r\n\r\nHeartbeat\r\n"u8.ToArray();

    /// <summary>The line that ends a stream.</summary>
    public static byte[] Farewell => "--myboundary--\r\n"u8.ToArray();

    public static ReadOnlyMemory<byte> Heartbeat => s_heartbeat;

    /// <param name="passage">What passed.</param>
    /// <param name="pictures">True on the stream with pictures.</param>
    /// <param name="clockStep">Added to the camera's clock by a fault of the scenario.</param>
    public CameraStatement OnStream(Passage passage, bool pictures, TimeSpan clockStep)
    {
        DahuaFacts facts = DahuaFacts.Of(passage, profile, own, clockStep);
        IReadOnlyList<CameraPicture> shots = pictures ? CameraPicture.Of(passage, profile.Pictures) : [];
        var bytes = new ArrayBufferWriter<byte>(4096);
        string text = pictures ? DahuaText.Of(facts, own) : DahuaJsonText.Event(facts, own);
        Part(bytes, "text/plain", AlertBytes.Of(text, profile.Charset), glued: false);
        for (int i = 0; i < shots.Count; i++)
        {
            Part(bytes, "image/jpeg", shots[i].Content, glued: own.GluedHeaders && i == 0);
        }

        return new CameraStatement([bytes.WrittenSpan.ToArray()], Truth(facts, facts.NativeId, facts.Told, shots));
    }

    public CameraStatement Posted(Passage passage, TimeSpan clockStep)
    {
        DahuaFacts facts = DahuaFacts.Of(passage, profile, own, clockStep);
        IReadOnlyList<CameraPicture> shots = CameraPicture.Of(passage, profile.Pictures);
        string name = passage.Uuid + ".jpg";
        byte[] body = AlertBytes.Of(DahuaJsonText.Tollgate(facts, shots.Select(shot => (Member(shot.Name), name, shot.Content))), profile.Charset);
        string native = shots.Count == 0 ? $"{facts.Machine}:{passage.Lane}:{facts.Plate}@{facts.Accurate}" : passage.Uuid;
        return new CameraStatement([body], Truth(facts, native, facts.Told, shots));
    }

    public byte[] KeepAlive() => Encoding.UTF8.GetBytes($"{{\"Active\":\"keepAlive\",\"DeviceID\":\"{profile.Identity.Serial}\"}}");

    public DahuaFacts Facts(Passage passage, TimeSpan clockStep) => DahuaFacts.Of(passage, profile, own, clockStep);

    /// <summary>The scene of a passage, the one picture that is kept as a file.</summary>
    public CameraPicture Scene(Passage passage) => CameraPicture.Of(passage, profile.Pictures).MaxBy(shot => shot.Content.Length)!;

    public TruthLine Truth(DahuaFacts facts, string nativeId, DateTimeOffset time, IReadOnlyList<CameraPicture> shots) => new()
    {
        Device = device,
        NativeId = nativeId,
        Plate = facts.Passage.Plate.Text,
        LaneNo = facts.Passage.Lane,
        Time = time,
        Pictures = [.. shots.Select(picture => new TruthPicture(picture.Sha256, picture.Content.Length))],
    };

    private static string Member(string name) => name switch
    {
        "licensePlatePicture.jpg" => "CutoutPic",
        "detectionPicture.jpg" => "NormalPic",
        "vehiclePicture.jpg" => "VehiclePic",
        _ => "Pic" + name[^5],
    };

    private void Part(ArrayBufferWriter<byte> bytes, string type, ReadOnlySpan<byte> content, bool glued)
    {
        string end = glued ? "rn" : "\r\n";
        int? told = profile.ContentLength switch
        {
            LengthPolicy.Right => content.Length,
            LengthPolicy.PlusOne => content.Length + 1,
            LengthPolicy.MinusOne => content.Length - 1,
            LengthPolicy.Zero => 0,
            _ => null,
        };
        string length = told is { } number ? $"Content-Length: {number.ToString(CultureInfo.InvariantCulture)}{end}" : "";
        string charset = type == "text/plain" && profile.Charset is (Charset.Gbk or Charset.DeclaredWrong) ? $"; charset={AlertBytes.Claim(profile.Charset)}" : "";
        bytes.Write(Encoding.ASCII.GetBytes($"--myboundary{end}Content-Type: {type}{charset}{end}{length}{end}"));
        bytes.Write(content);
        bytes.Write("\r\n"u8);
    }
}
