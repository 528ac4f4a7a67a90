namespace EdgeGateway.Store;

/// <summary>How long the store holds if nothing leaves it from now on, and what writing does to the disk.</summary>
public sealed record StoreForecast
{
    /// <summary>Bytes of readings and files that came in a second, over about a quarter of an hour; no files that are kept until somebody asks, which go by themselves.</summary>
    public required double BytesPerSecond { get; init; }

    /// <summary>Hours until the first limit is reached, from 0; null when nothing comes in.</summary>
    public double? Hours { get; init; }

    /// <summary>Which limit that is: <c>disk</c>, <c>database</c> or the name of a lane with a quota; null when nothing comes in.</summary>
    public string? First { get; init; }

    /// <summary>Bytes free on the disk, what the database can use again included.</summary>
    public required long Free { get; init; }

    /// <summary>
    /// Bytes that this process wrote to the disk for each reading, as the kernel counts them: log, pages, files and all
    /// else; null while fewer than 100 readings came.
    /// </summary>
    public double? WrittenPerReading { get; init; }

    /// <summary>Years until what may be written to the disk is used up at the present rate; null when nothing is written.</summary>
    public double? FlashYears { get; init; }
}
