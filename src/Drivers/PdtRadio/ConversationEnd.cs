using EdgeGateway.Drivers.Abstractions;
using EdgeGateway.Protocol.Model;

namespace EdgeGateway.Drivers.PdtRadio;

/// <summary>Why a conversation is over. The first reason counts.</summary>
public sealed class ConversationEnd
{
    private readonly TaskCompletionSource<DeviceFaultException?> _reason = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public bool IsOver => _reason.Task.IsCompleted;

    /// <summary>Completes when it is over.</summary>
    public Task Over => _reason.Task;

    /// <summary>The peer said goodbye.</summary>
    public void Orderly() => _reason.TrySetResult(null);

    /// <returns>The same, to be thrown.</returns>
    public DeviceFaultException Because(DeviceFaultException fault)
    {
        _reason.TrySetResult(fault);
        return fault;
    }

    public DeviceFaultException Because(IOException error) => Because(new DeviceFaultException(FaultKind.Unreachable, error.Message, inner: error));

    /// <summary>A bug: not for the vocabulary of faults.</summary>
    public void Failed(Exception error) => _reason.TrySetException(error);

    /// <exception cref="DeviceFaultException">It ended otherwise than by a goodbye.</exception>
    public async Task WaitAsync(CancellationToken ct)
    {
        if (await _reason.Task.WaitAsync(ct).ConfigureAwait(false) is { } fault)
        {
            throw fault;
        }
    }
}
