using System.Net;

namespace EdgeGateway.Drivers.XrayScanner.Dicos;

/// <summary>How scanners that send (DICOM C-STORE) are received; the receiver is dcmtk's storescp.</summary>
public sealed record StoreOptions
{
    /// <summary>Address and port; default 127.0.0.1, port 11112.</summary>
    public IPEndPoint Listen { get; init; } = new(IPAddress.Loopback, 11112);

    /// <summary>AE title that must be called, 1 to 16 characters; null: any.</summary>
    public string? Title { get; init; }

    /// <summary>AE titles that may call; empty: any.</summary>
    public IReadOnlyList<string> Callers { get; init; } = [];

    /// <summary>Addresses that may call; empty: any.</summary>
    public IReadOnlyList<IPAddress> From { get; init; } = [];

    /// <summary>SOP classes that are taken besides those of xray.md section 1.4.</summary>
    public IReadOnlyList<string> Classes { get; init; } = [];

    /// <summary>Largest protocol data unit that is announced, 4,096 to 131,072 bytes; default 16,384.</summary>
    public int MostPdu { get; init; } = 16_384;

    /// <summary>An association on which nothing comes for so long is ended, 5 s to 10 min; default 60 s.</summary>
    public TimeSpan Idle { get; init; } = TimeSpan.FromSeconds(60);

    /// <summary>Most associations at one time, 1 to 32; default 8.</summary>
    public int Associations { get; init; } = 8;
}
