namespace EdgeGateway.Uplink.Confirmation;

/// <summary>How long the confirmation waits.</summary>
public sealed record ConfirmationLimits
{
    /// <summary>A number is sent again when it is still reported missing so long after it was first; default 10 s, doubled each time.</summary>
    public TimeSpan ResendAfter { get; init; } = TimeSpan.FromSeconds(10);

    /// <summary>Longest such wait; default 5 min.</summary>
    public TimeSpan ResendMost { get; init; } = TimeSpan.FromMinutes(5);

    /// <summary>What was taken and is covered by no receipt for so long, while a platform is there, is sent again; default 60 s, doubled each time.</summary>
    public TimeSpan ReceiptPatience { get; init; } = TimeSpan.FromSeconds(60);

    /// <summary>Longest such wait; default 1 h.</summary>
    public TimeSpan ReceiptPatienceMost { get; init; } = TimeSpan.FromHours(1);

    /// <summary>First wait after the store refused to forget, doubled each time up to a minute; default 1 s.</summary>
    public TimeSpan SettleAgain { get; init; } = TimeSpan.FromSeconds(1);

    /// <summary>Between two looks at what is due; default 1 s.</summary>
    public TimeSpan Look { get; init; } = TimeSpan.FromSeconds(1);
}
