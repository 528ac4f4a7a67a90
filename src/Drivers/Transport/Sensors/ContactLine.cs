namespace EdgeGateway.Drivers.Transport.Sensors;

/// <summary>A switch: either a line of a GPIO chip, or a file with 0 or 1 in it.</summary>
public sealed record ContactLine
{
    /// <summary>Name below <c>/dev</c>, for example <c>gpiochip0</c>, or a link that udev makes; null for a file.</summary>
    public string? Chip { get; init; }

    /// <summary>Number of the line on its chip.</summary>
    public int Line { get; init; }

    public ContactBias Bias { get; init; }

    /// <summary>How long the kernel lets the contact bounce; zero: it does not look.</summary>
    public TimeSpan Debounce { get; init; }

    /// <summary>Path of the file; null for a line.</summary>
    public string? File { get; init; }

    /// <summary>True when a low level, or a 0, is what is told as active.</summary>
    public bool ActiveLow { get; init; }
}
