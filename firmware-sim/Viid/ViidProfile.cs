namespace EdgeGateway.Sim.Viid;

/// <summary>How one GA/T 1400 device speaks: what section 10 of plate-camera.md lets vary. The defaults are a well-behaved device.</summary>
public sealed record ViidProfile
{
    /// <summary>20-digit code of the sender: of the camera, or of the library.</summary>
    public string DeviceId { get; init; } = "34020000001320000007";

    /// <summary>20-digit code of the camera that saw the vehicle; empty: the sender itself.</summary>
    public string CameraId { get; init; } = "";

    public string TollgateId { get; init; } = "34020000001210000001";

    public ViidCharset Charset { get; init; } = ViidCharset.Utf8;

    /// <summary>Content-Type of every body; empty sends none.</summary>
    public string MediaType { get; init; } = "application/VIID+JSON;charset=utf-8";

    public KeySpelling Keys { get; init; } = KeySpelling.Right;

    public ScalarForm Scalars { get; init; } = ScalarForm.Numbers;

    public SubImageForm SubImages { get; init; } = SubImageForm.Object;

    public IdForm Ids { get; init; } = IdForm.Right;

    public PassTimeForm PassTime { get; init; } = PassTimeForm.Right;

    public AuthorizationForm Authorization { get; init; } = AuthorizationForm.Right;

    public FarewellForm Farewell { get; init; } = FarewellForm.Digest;

    /// <summary>Least and most vehicles of one POST.</summary>
    public (int Least, int Most) VehiclesPerPost { get; init; } = (1, 1);

    /// <summary>Share of POSTs sent once more after they were acknowledged, 0 to 1.</summary>
    public double DuplicateRate { get; init; }

    /// <summary>Share of POSTs that are first sent with the end of the JSON missing, 0 to 1.</summary>
    public double UnfinishedRate { get; init; }

    /// <summary>The device's clock minus true time.</summary>
    public TimeSpan ClockOffset { get; init; }

    /// <summary>Between two Keepalives, default 90 s (V2).</summary>
    public TimeSpan KeepalivePeriod { get; init; } = TimeSpan.FromSeconds(90);

    public ViidPictureProfile Pictures { get; init; } = new();

    /// <summary>The link is up that long; zero: always.</summary>
    public TimeSpan UpFor { get; init; }

    /// <summary>And then down that long.</summary>
    public TimeSpan DownFor { get; init; }

    public ViidRetry Retry { get; init; } = ViidRetry.UntilOk;

    /// <summary>How long it waits for an answer, default 5 s.</summary>
    public TimeSpan AnswerTimeout { get; init; } = TimeSpan.FromSeconds(5);

    /// <summary>Between two attempts, default 500 ms.</summary>
    public TimeSpan RetryPause { get; init; } = TimeSpan.FromMilliseconds(500);

    public string Camera => CameraId.Length > 0 ? CameraId : DeviceId;
}
