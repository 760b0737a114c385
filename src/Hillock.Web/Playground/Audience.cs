using System.Diagnostics;
using System.Text.Json;
using System.Threading.Channels;

namespace Hillock.Web;

/// <summary>Who looks at a session: one page at a time, which gets the newest frame however slowly it reads.</summary>
internal sealed class Audience
{
    private readonly object _gate = new();
    private Channel<byte[]>? _frames;

    /// <summary>When the last who looked has gone, or the session began; <c>null</c> while somebody looks.</summary>
    public long? LeftAt { get; private set; } = Stopwatch.GetTimestamp();

    /// <summary>Whether somebody looks.</summary>
    public bool IsThere => Volatile.Read(ref _frames) is not null;

    /// <summary>Begins to show. Who looked before is shown no more.</summary>
    /// <returns>The frames: the newest one waits, older ones are dropped.</returns>
    public Channel<byte[]> Look()
    {
        var frames = Channel.CreateBounded<byte[]>(new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropOldest, SingleReader = true });
        lock (_gate)
        {
            _frames?.Writer.TryComplete();
            (_frames, LeftAt) = (frames, null);
        }
        return frames;
    }

    /// <summary>Ends what <see cref="Look"/> began.</summary>
    public void Leave(Channel<byte[]> frames)
    {
        lock (_gate)
        {
            frames.Writer.TryComplete();
            if (_frames == frames)
            {
                (_frames, LeftAt) = (null, Stopwatch.GetTimestamp());
            }
        }
    }

    /// <summary>Sends away who still looks.</summary>
    public void SendAway() => Volatile.Read(ref _frames)?.Writer.TryComplete();

    /// <summary>Shows a frame to who looks.</summary>
    public void Show(Frame frame) => Volatile.Read(ref _frames)?.Writer.TryWrite(JsonSerializer.SerializeToUtf8Bytes(frame, JsonSerializerOptions.Web));
}
