using EdgeGateway.Sim.Cameras;
using EdgeGateway.Sim.Ledger;
using EdgeGateway.Sim.Traffic;

namespace EdgeGateway.Sim.Twins.PlateCamera.Hikvision;

/// <summary>Says a passage in the words of one camera: the bytes of its messages, and the truth they carry.</summary>
public sealed class CameraVoice(string device, CameraProfile profile, bool stream)
{
    private readonly AlertXml _xml = new(profile);
    private readonly PartWriter _parts = new(profile);

    /// <summary>Content-Type of every message of this camera.</summary>
    public string ContentType { get; } =
        $"multipart/{(stream ? "mixed" : "form-data")}; boundary={PartWriter.HeaderValue(profile.Boundary)}";

    /// <param name="passage">What passed.</param>
    /// <param name="waited">True when it had to wait for a link.</param>
    /// <param name="clockStep">Added to the camera's clock by a fault of the scenario.</param>
    public CameraStatement Say(Passage passage, bool waited, TimeSpan clockStep)
    {
        bool again = profile.Retransmission == RetransmissionMark.Always || (waited && profile.Retransmission == RetransmissionMark.Backlog);
        IReadOnlyList<CameraPicture> pictures = CameraPicture.Of(passage, profile.Pictures);
        CameraTime time = CameraTime.Of(passage.At + clockStep, profile, pictures.Count > 0);
        bool split = profile.HasMoreData && pictures.Count > 0;
        byte[][] messages = split
            ? [Message(_xml.Plate(passage, time, [], more: true, again), []), Message(_xml.Plate(passage, time, pictures, more: false, again), pictures)]
            : [Message(_xml.Plate(passage, time, pictures, more: false, again), pictures)];
        return new CameraStatement(messages, Truth(passage, time, pictures));
    }

    public byte[] Heartbeat(DateTimeOffset now) => Message(_xml.Heartbeat(now), []);

    /// <summary>The line that ends a stream.</summary>
    public byte[] Farewell()
    {
        _parts.Finish();
        return _parts.Take();
    }

    private byte[] Message(string xml, IReadOnlyList<CameraPicture> pictures)
    {
        _parts.Alert(xml);
        for (int i = 0; i < pictures.Count; i++)
        {
            _parts.Picture(pictures[i], i);
        }

        if (!stream)
        {
            _parts.Finish();
        }

        return _parts.Take();
    }

    private TruthLine Truth(Passage passage, CameraTime time, IReadOnlyList<CameraPicture> pictures) => new()
    {
        Device = device,
        NativeId = passage.Uuid,
        Plate = passage.Plate.Text,
        LaneNo = passage.Lane,
        Time = time.AsTold,
        Pictures = [.. pictures.Select(picture => new TruthPicture(picture.Sha256, picture.Content.Length))],
    };
}
