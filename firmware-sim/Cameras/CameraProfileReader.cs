using EdgeGateway.Sim.Settings;
using EdgeGateway.Sim.Traffic;

namespace EdgeGateway.Sim.Cameras;

/// <summary>Reads a profile; whatever is not said keeps the default of <see cref="CameraProfile"/>.</summary>
public static class CameraProfileReader
{
    private static readonly CameraProfile s_default = new();

    public static CameraProfile Read(JsonSection json)
    {
        JsonSection disconnect = json.Section("disconnect");
        JsonSection answer = json.Section("answer");
        JsonSection heartbeat = json.Section("heartbeat");
        var profile = new CameraProfile
        {
            Identity = Identity(json.Section("identity")),
            Charset = json.Choice("charset", s_default.Charset, ("utf-8", Charset.Utf8), ("utf-8-bom", Charset.Utf8Bom), ("gbk", Charset.Gbk), ("declared-wrong", Charset.DeclaredWrong)),
            Boundary = json.Choice("boundary", s_default.Boundary, ("boundary", BoundaryStyle.Boundary), ("MIME_boundary", BoundaryStyle.MimeBoundary), ("long-dashes", BoundaryStyle.LongDashes), ("header-with-dashes", BoundaryStyle.HeaderWithDashes)),
            ContentLength = json.Choice("contentLength", s_default.ContentLength, ("right", LengthPolicy.Right), ("absent", LengthPolicy.Absent), ("+1", LengthPolicy.PlusOne), ("-1", LengthPolicy.MinusOne), ("0", LengthPolicy.Zero)),
            Heartbeat = heartbeat.Choice("kind", s_default.Heartbeat, ("none", HeartbeatKind.None), ("videoloss", HeartbeatKind.VideoLoss), ("heartBeat", HeartbeatKind.HeartBeat), ("psia", HeartbeatKind.Psia)),
            HeartbeatPeriod = heartbeat.PositiveDuration("period", s_default.HeartbeatPeriod),
            Digest = json.Choice("digest", s_default.Digest, ("none", DigestPolicy.None), ("qop", DigestPolicy.Qop), ("no-qop", DigestPolicy.NoQop), ("sha-256", DigestPolicy.Sha256), ("one-shot", DigestPolicy.OneShot), ("stale", DigestPolicy.Stale)),
            ClockOffset = json.Duration("clockOffset", s_default.ClockOffset),
            Zone = json.Choice("zone", s_default.Zone, ("right", ZoneForm.Right), ("absent", ZoneForm.Absent), ("wrong", ZoneForm.Wrong), ("local-as-utc", ZoneForm.LocalAsUtc)),
            Milliseconds = json.Flag("milliseconds", s_default.Milliseconds),
            Namespace = json.Text("namespace", s_default.Namespace),
            Prefix = json.Text("prefix", s_default.Prefix),
            Pictures = Pictures(json.Section("pictures")),
            HasMoreData = json.Flag("hasMoreData", s_default.HasMoreData),
            Retransmission = json.Choice("retransmission", s_default.Retransmission, ("never", RetransmissionMark.Never), ("backlog", RetransmissionMark.Backlog), ("always", RetransmissionMark.Always)),
            DuplicateRate = json.Number("duplicateRate", s_default.DuplicateRate, 0, 1),
            Backlog = json.Count("backlog", s_default.Backlog, 0, 1_000_000),
            UpFor = disconnect.PositiveDuration("every", s_default.UpFor),
            DownFor = disconnect.PositiveDuration("for", s_default.DownFor),
            EmptyElements = json.Flag("emptyElements", s_default.EmptyElements),
            UnclosedElement = json.Flag("unclosedElement", s_default.UnclosedElement),
            UnknownEnum = json.Flag("unknownEnum", s_default.UnknownEnum),
            Retry = answer.Choice("retry", s_default.Retry, ("until-ok", RetryPolicy.UntilOk), ("until-answered", RetryPolicy.UntilAnswered), ("never", RetryPolicy.Never)),
            AnswerTimeout = answer.PositiveDuration("timeout", s_default.AnswerTimeout),
            RetryPause = answer.PositiveDuration("pause", s_default.RetryPause),
            ConnectionClose = json.Choice("connection", s_default.ConnectionClose, ("close", true), ("keep-alive", false)),
        };
        disconnect.Done();
        answer.Done();
        heartbeat.Done();
        json.Done();
        return profile;
    }

    private static CameraIdentity Identity(JsonSection json)
    {
        var known = new CameraIdentity();
        var identity = new CameraIdentity
        {
            Serial = json.Text("serial", known.Serial),
            Mac = json.Text("mac", known.Mac),
            Ip = json.Text("ip", known.Ip),
            Name = json.Text("name", known.Name),
        };
        json.Done();
        return identity;
    }

    private static PictureProfile Pictures(JsonSection json)
    {
        var known = new PictureProfile();
        var pictures = new PictureProfile
        {
            Count = json.Count("count", known.Count, 0, 8),
            SceneBytes = json.Range("sceneBytes", known.SceneBytes, PseudoJpeg.LeastBytes, 16_000_000),
            PlateBytes = json.Range("plateBytes", known.PlateBytes, PseudoJpeg.LeastBytes, 16_000_000),
            Width = json.Count("width", known.Width, 1, 65_535),
            Height = json.Count("height", known.Height, 1, 65_535),
            Naming = json.Choice("naming", known.Naming, ("declared", PictureNaming.Declared), ("internal-id", PictureNaming.InternalId), ("file-name-only", PictureNaming.FileNameOnly)),
        };
        json.Done();
        return pictures;
    }
}
