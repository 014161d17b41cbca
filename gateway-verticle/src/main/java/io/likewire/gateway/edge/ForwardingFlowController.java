package io.likewire.gateway.edge;

import io.netty.channel.ChannelHandlerContext;
import io.netty.handler.codec.http2.Http2Exception;
import io.netty.handler.codec.http2.Http2RemoteFlowController;
import io.netty.handler.codec.http2.Http2Stream;

/** Passes everything on to Netty's own, for who wants to know of some of it. */
class ForwardingFlowController implements Http2RemoteFlowController {
    private final Http2RemoteFlowController controller;

    ForwardingFlowController(Http2RemoteFlowController controller) {
        this.controller = controller;
    }

    @Override
    public void addFlowControlled(Http2Stream stream, FlowControlled frame) {
        controller.addFlowControlled(stream, frame);
    }

    @Override
    public void channelHandlerContext(ChannelHandlerContext context) throws Http2Exception {
        controller.channelHandlerContext(context);
    }

    @Override
    public ChannelHandlerContext channelHandlerContext() {
        return controller.channelHandlerContext();
    }

    @Override
    public void initialWindowSize(int size) throws Http2Exception {
        controller.initialWindowSize(size);
    }

    @Override
    public int initialWindowSize() {
        return controller.initialWindowSize();
    }

    @Override
    public int windowSize(Http2Stream stream) {
        return controller.windowSize(stream);
    }

    @Override
    public void incrementWindowSize(Http2Stream stream, int delta) throws Http2Exception {
        controller.incrementWindowSize(stream, delta);
    }

    @Override
    public boolean hasFlowControlled(Http2Stream stream) {
        return controller.hasFlowControlled(stream);
    }

    @Override
    public void writePendingBytes() throws Http2Exception {
        controller.writePendingBytes();
    }

    @Override
    public void listener(Listener listener) {
        controller.listener(listener);
    }

    @Override
    public boolean isWritable(Http2Stream stream) {
        return controller.isWritable(stream);
    }

    @Override
    public void channelWritabilityChanged() throws Http2Exception {
        controller.channelWritabilityChanged();
    }

    @Override
    public void updateDependencyTree(int childStream, int parentStream, short weight, boolean exclusive) {
        controller.updateDependencyTree(childStream, parentStream, weight, exclusive);
    }
}
