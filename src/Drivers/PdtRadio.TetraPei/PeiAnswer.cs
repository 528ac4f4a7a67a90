using EdgeGateway.Protocol.TetraPei;

namespace EdgeGateway.Drivers.PdtRadio.TetraPei;

/// <summary>How a command was answered.</summary>
/// <param name="Final">Null when nothing came in time.</param>
/// <param name="Lines">What came before the end, without its prefix.</param>
/// <param name="Sent">Only for a message that was sent: how the terminal calls it.</param>
internal sealed record PeiAnswer(PeiFinal? Final, IReadOnlyList<string> Lines, PeiSent? Sent)
{
    public static readonly PeiAnswer None = new(null, [], null);

    public bool IsOk => Final is { Ok: true };
}
