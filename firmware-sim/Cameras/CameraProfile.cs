namespace EdgeGateway.Sim.Cameras;

/// <summary>How one camera speaks: everything that section 10 of plate-camera.md lets vary. The defaults are a well-behaved camera.</summary>
public sealed record CameraProfile
{
    public CameraIdentity Identity { get; init; } = new();

    public Charset Charset { get; init; } = Charset.Utf8;

    public BoundaryStyle Boundary { get; init; } = BoundaryStyle.Boundary;

    public LengthPolicy ContentLength { get; init; } = LengthPolicy.Right;

    public HeartbeatKind Heartbeat { get; init; } = HeartbeatKind.VideoLoss;

    /// <summary>Default 10 s.</summary>
    public TimeSpan HeartbeatPeriod { get; init; } = TimeSpan.FromSeconds(10);

    public DigestPolicy Digest { get; init; } = DigestPolicy.Qop;

    /// <summary>The camera's clock minus true time.</summary>
    public TimeSpan ClockOffset { get; init; }

    public ZoneForm Zone { get; init; } = ZoneForm.Right;

    /// <summary>True writes milliseconds into dateTime.</summary>
    public bool Milliseconds { get; init; }

    /// <summary>XML namespace; empty for none.</summary>
    public string Namespace { get; init; } = "http://www.isapi.org/ver20/XMLSchema";

    /// <summary>Prefix of every element; empty for none.</summary>
    public string Prefix { get; init; } = "";

    public PictureProfile Pictures { get; init; } = new();

    /// <summary>Tells the plate first and the pictures in a second message with the same UUID.</summary>
    public bool HasMoreData { get; init; }

    public RetransmissionMark Retransmission { get; init; } = RetransmissionMark.Backlog;

    /// <summary>Share of passages told twice, 0 to 1.</summary>
    public double DuplicateRate { get; init; }

    /// <summary>Most passages kept while there is no link; the oldest are forgotten first. 0 keeps none.</summary>
    public int Backlog { get; init; } = 10_000;

    /// <summary>The link is up that long; zero: always.</summary>
    public TimeSpan UpFor { get; init; }

    /// <summary>And then down that long.</summary>
    public TimeSpan DownFor { get; init; }

    /// <summary>Writes some elements empty (F5).</summary>
    public bool EmptyElements { get; init; }

    /// <summary>Does not close eventDescription (T08).</summary>
    public bool UnclosedElement { get; init; }

    /// <summary>Uses words that are in no list (T04).</summary>
    public bool UnknownEnum { get; init; }

    public RetryPolicy Retry { get; init; } = RetryPolicy.UntilOk;

    /// <summary>How long it waits for an answer, default 5 s.</summary>
    public TimeSpan AnswerTimeout { get; init; } = TimeSpan.FromSeconds(5);

    /// <summary>Between two attempts, default 500 ms.</summary>
    public TimeSpan RetryPause { get; init; } = TimeSpan.FromMilliseconds(500);

    /// <summary>Opens a new connection for each POST and says so.</summary>
    public bool ConnectionClose { get; init; }
}
