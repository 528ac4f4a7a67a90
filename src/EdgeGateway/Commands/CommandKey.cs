using System.Security.Cryptography;
using EdgeGateway.Configuration;
using EdgeGateway.Protocol.Commands;

namespace EdgeGateway.Commands;

/// <summary>A public key and what it may order.</summary>
public sealed class CommandKey : IDisposable
{
    private readonly Lock _gate = new();
    private readonly CommandKeySettings _settings;
    private readonly ECDsa _key = ECDsa.Create();

    public CommandKey(CommandKeySettings settings)
    {
        _settings = settings;
        _key.ImportSubjectPublicKeyInfo(settings.PublicKey.Span, out _);
    }

    public bool Signed(CommandEnvelope envelope)
    {
        // The framework's keys are not made for several threads.
        lock (_gate)
        {
            return envelope.Signature is { } signature && CommandSignature.IsGood(_key, envelope.Payload.Span, signature);
        }
    }

    public bool MayOrder(Command command) =>
        _settings.May.Any(pattern => Fits(pattern, command.Name)) && _settings.Devices.Any(pattern => Fits(pattern, command.Device));

    public void Dispose() => _key.Dispose();

    /// <remarks><c>uplink.*</c> takes everything below <c>uplink.</c>; a star stands at the end or not at all, configuration sees to that.</remarks>
    private static bool Fits(string pattern, string name) =>
        pattern.EndsWith('*') ? name.StartsWith(pattern[..^1], StringComparison.Ordinal) : name == pattern;
}
