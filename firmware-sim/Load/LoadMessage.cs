using System.Buffers;
using System.Globalization;
using System.Text;
using EdgeGateway.Sim.Cameras;
using EdgeGateway.Sim.Http;
using EdgeGateway.Sim.Ledger;
using EdgeGateway.Sim.Traffic;
using EdgeGateway.Sim.Twins.PlateCamera.Hikvision;

namespace EdgeGateway.Sim.Load;

/// <summary>
/// One post, rendered once; from then on only identifier, plate, time and a few bytes of each picture are written over
/// in place, so that making a post costs next to nothing.
/// </summary>
public sealed class LoadMessage
{
    private const string Province = "粤B";
    private const string Marker = "00000000-0000-4000-8000-00000000cafe";
    private const string SerialMarker = "ZZZZZ";

    private static readonly DateTimeOffset s_markerTime = new(2001, 2, 3, 4, 5, 6, 789, TimeSpan.Zero);
    private static readonly TimeSpan s_beijing = TimeSpan.FromHours(8);

    private readonly byte[] _body;
    private readonly int[] _uuid;
    private readonly int[] _plate;
    private readonly int[] _time;
    private readonly int[] _absTime;
    private readonly (int Offset, int Length)[] _pictures;
    private SeededRandom _random;

    /// <param name="device">Whom it speaks for.</param>
    /// <param name="link">Gives the request head.</param>
    /// <param name="options">Pictures and their size.</param>
    /// <param name="seed">Identifiers and plates come from it.</param>
    public LoadMessage(string device, PostLink link, LoadOptions options, ulong seed)
    {
        Device = device;
        _random = new SeededRandom(seed);
        int plate = options.PlateBytes > 0 ? options.PlateBytes : options.PictureBytes;
        var profile = new CameraProfile
        {
            Milliseconds = true,
            Pictures = new PictureProfile { Count = options.Pictures, SceneBytes = (options.PictureBytes, options.PictureBytes), PlateBytes = (plate, plate) },
        };
        var voice = new CameraVoice(device, profile, stream: false);
        Passage passage = Marked(_random.Next());
        CameraTime marked = CameraTime.Of(s_markerTime, profile, absTime: true);
        _body = voice.Say(passage, waited: false, TimeSpan.Zero).Messages[0];
        Head = link.Head(voice.ContentType, _body.Length, close: false);
        _pictures = [.. CameraPicture.Of(passage, profile.Pictures).Select(picture => (_body.AsSpan().IndexOf(picture.Content), picture.Content.Length))];
        _uuid = Find(Marker);
        _plate = Find(SerialMarker);
        _time = Find(marked.DateTime);
        _absTime = Find(marked.AbsTime);
    }

    public string Device { get; }

    public ReadOnlyMemory<byte> Head { get; }

    public ReadOnlyMemory<byte> Body => _body;

    /// <summary>Makes the next post of it.</summary>
    /// <param name="now">Stands in it as the time of the passage, in milliseconds.</param>
    public void Next(DateTimeOffset now)
    {
        Span<char> text = stackalloc char[36];
        Uuid().TryFormat(text, out _, "D");
        Put(_uuid, text);
        Put(_plate, Serial(text[..5]));
        DateTime local = now.UtcDateTime + s_beijing;
        local.TryFormat(text, out int length, "yyyy-MM-dd'T'HH:mm:ss.fff'+08:00'", CultureInfo.InvariantCulture);
        Put(_time, text[..length]);
        local.TryFormat(text, out length, "yyyyMMddHHmmssfff", CultureInfo.InvariantCulture);
        Put(_absTime, text[..length]);
        foreach ((int offset, _) in _pictures)
        {
            Span<byte> scan = _body.AsSpan(offset + PseudoJpeg.ScanOffset, 16);
            _random.Fill(scan);
            scan.Replace((byte)0xFF, (byte)0x7F);
        }
    }

    /// <summary>The truth of the post as it stands now.</summary>
    public TruthLine Truth(DateTimeOffset sent) => new()
    {
        Device = Device,
        NativeId = Encoding.ASCII.GetString(_body, _uuid[0], 36),
        Plate = Province + Encoding.ASCII.GetString(_body, _plate[0], 5),
        LaneNo = 1,
        Time = DateTimeOffset.FromUnixTimeMilliseconds(sent.ToUnixTimeMilliseconds()),
        Pictures = [.. _pictures.Select(p => new CameraPicture("", _body.AsSpan(p.Offset, p.Length).ToArray())).Select(p => new TruthPicture(p.Sha256, p.Content.Length))],
    };

    private static Passage Marked(ulong seed) => new()
    {
        Index = 0,
        Uuid = Marker,
        At = s_markerTime,
        Plate = new Plate(PlateKind.CivilBlue, Province + SerialMarker),
        Lane = 1,
        SpeedKmh = 60,
        Colour = "white",
        Confidence = 98,
        Seed = seed,
    };

    private Guid Uuid()
    {
        Span<byte> bytes = stackalloc byte[16];
        _random.Fill(bytes);
        bytes[7] = (byte)((bytes[7] & 0x0F) | 0x40);
        bytes[8] = (byte)((bytes[8] & 0x3F) | 0x80);
        return new Guid(bytes);
    }

    private ReadOnlySpan<char> Serial(Span<char> room)
    {
        int number = _random.Below(100_000);
        number.TryFormat(room, out _, "00000", CultureInfo.InvariantCulture);
        return room;
    }

    private void Put(int[] offsets, ReadOnlySpan<char> text)
    {
        foreach (int offset in offsets)
        {
            Encoding.ASCII.GetBytes(text, _body.AsSpan(offset));
        }
    }

    /// <summary>Searches the XML only: a picture may hold anything.</summary>
    private int[] Find(string text)
    {
        byte[] wanted = Encoding.UTF8.GetBytes(text);
        var found = new List<int>();
        int end = _pictures.Length == 0 ? _body.Length : _pictures[0].Offset;
        for (int at = 0; _body.AsSpan(at, end - at).IndexOf(wanted) is var next and >= 0; at = found[^1] + wanted.Length)
        {
            found.Add(at + next);
        }

        return [.. found];
    }
}
