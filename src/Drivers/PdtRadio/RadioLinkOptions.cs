namespace EdgeGateway.Drivers.PdtRadio;

/// <summary>What all links to radios have in their settings.</summary>
public sealed record RadioLinkOptions
{
    /// <summary>For how long a registration counts, 1 min to 65534 s; default 30 min.</summary>
    public TimeSpan RegistrationValid { get; init; } = TimeSpan.FromMinutes(30);

    /// <summary>How long the far radio's answer to a text or a question is waited for before it is sent again, 2 s to 60 s; default 8 s.</summary>
    public TimeSpan AnswerTimeout { get; init; } = TimeSpan.FromSeconds(8);

    /// <summary>Whether messages with a wrong checksum are taken, marked <c>UNVERIFIED</c>; default no.</summary>
    public bool AcceptUnverified { get; init; }

    /// <summary>Which texts that ask for it get an acknowledgement from us; default those to our own address.</summary>
    public TextAnswers TextAnswers { get; init; } = TextAnswers.Own;

    /// <summary>First byte of the address of an individual radio; default 10.</summary>
    public byte Subnet { get; init; } = 10;

    /// <summary>Numbers, labels and the network.</summary>
    public RadioSiteOptions Site { get; init; } = RadioSiteOptions.Default;

    /// <summary>What was heard; kept over reconnects.</summary>
    internal RadioShelf Shelf { get; } = new();
}

/// <summary>To whom a confirmed text must be for us to acknowledge it: an acknowledgement tells its sender that it arrived.</summary>
public enum TextAnswers
{
    /// <summary>To our own address.</summary>
    Own,

    /// <summary>To anybody: where the gateway is the only receiver.</summary>
    All,

    /// <summary>To nobody: another program answers.</summary>
    None,
}
